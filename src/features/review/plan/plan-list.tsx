import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router-dom'
import { Disclosure } from '#components/disclosure.tsx'
import { QueryState } from '#components/query-state.tsx'
import { Tag } from '#components/tag.tsx'
import { isOpen, type Task, taskNumber } from '#domain/plan.ts'
import { formatDay, formatMoment } from '#i18n/format.ts'
import { useLang } from '#i18n/use-lang.ts'
import { OpeningForm } from './opening-form.tsx'
import styles from './plan.module.css'
import { planNowQuery } from './queries.ts'

/** The six tasks: to the editor of each, and whether each takes comments and stances. */
export function PlanList({ uid }: { uid: string }) {
  const plan = useQuery(planNowQuery)
  return (
    <QueryState query={plan} lines={18}>
      {(tasks) => (
        <ol className={styles.list}>
          {tasks.map((task) => (
            <Item key={task.id} task={task} uid={uid} />
          ))}
        </ol>
      )}
    </QueryState>
  )
}

function Item({ task, uid }: { task: Task; uid: string }) {
  const { t } = useTranslation('review-plan')
  const lang = useLang()
  const number = taskNumber(task.id)
  return (
    <li className={styles.item}>
      <h2 className={styles.itemTitle}>
        <Link to={`/${lang}/review/plan/${number}`}>{t('list.task', { number, title: task.title[lang] })}</Link>
      </h2>
      <p className={styles.facts}>
        <span>{t('list.revision', { revision: task.revision, day: formatDay(task.publishedAt, lang) })}</span>
        <Tag>{t(isOpen(task) ? 'opening.isOpen' : 'opening.isClosed')}</Tag>
        {task.turnsAt && task.turnsAt.getTime() > Date.now() && (
          <span>
            {t(isOpen(task) ? 'opening.closesAt' : 'opening.opensAt', { moment: formatMoment(task.turnsAt, lang) })}
          </span>
        )}
      </p>
      <Disclosure summary={t('opening.title')}>
        <OpeningForm task={task} uid={uid} />
      </Disclosure>
    </li>
  )
}
