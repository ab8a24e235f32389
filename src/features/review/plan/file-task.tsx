import { useTranslation } from 'react-i18next'
import { Link } from 'react-router-dom'
import { Checkbox } from '#components/checkbox.tsx'
import { Disclosure } from '#components/disclosure.tsx'
import { Notice } from '#components/notice.tsx'
import { LANGS } from '#domain/language.ts'
import { taskNumber } from '#domain/plan.ts'
import { unwritten } from '#domain/plan-draft.ts'
import { formatMoment } from '#i18n/format.ts'
import { useLang } from '#i18n/use-lang.ts'
import { type Found, isNew, type Outcomes } from './file-queries.ts'
import { InBoth } from './in-both.tsx'
import styles from './plan.module.css'

type Props = {
  found: Found
  /** The only task of its file: there is nothing to find one's way among. */
  isAlone: boolean
  isChosen: boolean
  outcome: ReturnType<Outcomes['get']>
  /** Undefined once it was chosen. */
  onChoose: ((isWanted: boolean) => void) | undefined
}

/** A task of a file: what it would change, the draft whose place it would take, and what became of it. */
export function FileTask({ found, isAlone, isChosen, outcome, onChoose }: Props) {
  const { t } = useTranslation(['review-plan-file', 'review-plan'])
  const lang = useLang()
  const { task, published, news, stored } = found
  const number = taskNumber(task.id)
  const revision = published?.revision ?? 0
  return (
    <li className={styles.item}>
      <h4 className={styles.itemTitle}>{t('review-plan:list.task', { number, title: task.title[lang] })}</h4>
      <p>
        {stored?.isUnreadable
          ? t('review-plan-file:found.unreadable', { name: stored.byName, moment: formatMoment(stored.at, lang) })
          : t(`review-plan-file:found.${news}`, {
              base: task.revision,
              revision: news === 'next' ? revision + 1 : revision,
            })}
      </p>
      {isNew(found) && (
        <>
          {stored?.draft && (
            <Notice tone="warning" title={t('review-plan-file:found.draft.title', { name: stored.byName })}>
              <p>{t('review-plan-file:found.draft.text', { moment: formatMoment(stored.at, lang) })}</p>
              <Disclosure summary={t('review-plan-file:found.draft.compare')}>
                <div className={styles.section}>
                  <InBoth before={stored.draft} after={task} />
                </div>
              </Disclosure>
            </Notice>
          )}
          <Disclosure summary={t('review-plan-file:found.changes')} open={isAlone}>
            <div className={styles.section}>
              <InBoth before={published ?? unwritten(task.id, task)} after={task} />
              <div className={styles.preview}>
                <p className={styles.label}>{t('review-plan-file:found.note')}</p>
                {LANGS.map((each) => (
                  <p key={each} lang={each}>
                    {task.changeNote[each]}
                  </p>
                ))}
              </div>
            </div>
          </Disclosure>
          {onChoose && (
            <Checkbox
              label={t('review-plan-file:found.take', { number })}
              checked={isChosen}
              onChange={(isWanted) => onChoose(isWanted)}
            />
          )}
        </>
      )}
      <div role="status">{outcome && <Outcome number={number} outcome={outcome} />}</div>
    </li>
  )
}

function Outcome({ number, outcome }: { number: number; outcome: NonNullable<Props['outcome']> }) {
  const { t } = useTranslation(['review-plan-file', 'errors'])
  const lang = useLang()
  if (outcome === 'done') {
    return (
      <Notice tone="success">
        <p>
          {t('review-plan-file:act.done')}{' '}
          <Link to={`/${lang}/review/plan/${number}`}>{t('review-plan-file:act.open', { number })}</Link>
        </p>
      </Notice>
    )
  }
  return (
    <Notice tone="danger">
      {outcome === 'conflict'
        ? t('review-plan-file:act.conflict')
        : t('review-plan-file:act.failed', { reason: t(`errors:${outcome}`) })}
    </Notice>
  )
}
