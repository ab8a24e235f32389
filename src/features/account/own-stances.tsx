import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router-dom'
import { QueryState } from '#components/query-state.tsx'
import type { OwnStances as Stances } from '#data/own.ts'
import { TASK_IDS, taskNumber } from '#domain/plan.ts'
import { formatMoment } from '#i18n/format.ts'
import { useLang } from '#i18n/use-lang.ts'
import styles from './account.module.css'
import { Part } from './part.tsx'
import { ownStancesQuery } from './queries.ts'

/** A receipt: what is stored of somebody's stances on the six tasks, on each revision. */
export function OwnStances({ uid }: { uid: string }) {
  const { t } = useTranslation('me')
  const stances = useQuery(ownStancesQuery(uid))
  return (
    <Part title={t('stances.title')}>
      <p className={styles.note}>{t('stances.text')}</p>
      <QueryState query={stances} lines={TASK_IDS.length * 2}>
        {(tasks) => (
          <ul className={styles.receipt}>
            {tasks.map((task) => (
              <OnTask key={task.taskId} task={task} />
            ))}
          </ul>
        )}
      </QueryState>
    </Part>
  )
}

function OnTask({ task: { taskId, title, revision, stances } }: { task: Stances }) {
  const { t } = useTranslation(['me', 'stance'])
  const lang = useLang()
  const number = taskNumber(taskId)
  const isOnNewest = stances[0]?.revision === revision
  return (
    <li>
      <Link to={`/${lang}/tasks/${number}#stance`}>
        {t('me:stances.number', { number })} <span className={styles.title}>{title[lang]}</span>
      </Link>
      {!isOnNewest && (
        <p className={styles.note}>
          {stances.length > 0 ? t('me:stances.noneOfNewest', { revision }) : t('me:stances.none')}
        </p>
      )}
      {stances.map((stance) => (
        <p key={stance.revision}>
          <strong>{t(`stance:${stance.value}`)}</strong>{' '}
          <span className={styles.note}>
            {t('me:stances.revision', { revision: stance.revision })} ·{' '}
            <time dateTime={stance.at.toISOString()}>{formatMoment(stance.at, lang)}</time>
          </span>
        </p>
      ))}
    </li>
  )
}
