import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { type InboxRow, isOwedAnswer, isReported, reviewStateOf } from '#domain/inbox.ts'
import { ALL_COMMENTS, addressOfFilter, type InboxFilter } from '#domain/inbox-filter.ts'
import { formatNumber } from '#i18n/format.ts'
import { useLang } from '#i18n/use-lang.ts'
import styles from './views.module.css'

type Props = {
  rows: readonly InboxRow[]
  uid: string
  filter: InboxFilter
  onChoose: (filter: InboxFilter) => void
}

const VIEWS = ['all', 'new', 'reported', 'owed', 'mine'] as const
type View = (typeof VIEWS)[number]

const filterOf = (view: View, uid: string): InboxFilter => {
  if (view === 'new') return { ...ALL_COMMENTS, state: 'new' }
  if (view === 'reported') return { ...ALL_COMMENTS, reported: 'yes', sort: 'reported' }
  if (view === 'owed') return { ...ALL_COMMENTS, owed: 'yes', sort: 'oldest' }
  return view === 'mine' ? { ...ALL_COMMENTS, assignee: uid } : ALL_COMMENTS
}

/** What a reviewer comes for, each with how many there are: one press away. */
export function Views({ rows, uid, filter, onChoose }: Props) {
  const { t } = useTranslation('review-inbox')
  const lang = useLang()
  const counts = useMemo(() => countOf(rows, uid), [rows, uid])
  const address = addressOfFilter(filter).toString()
  return (
    <fieldset aria-label={t('views.label')} className={styles.views}>
      {VIEWS.map((view) => {
        const wanted = filterOf(view, uid)
        return (
          <button
            key={view}
            type="button"
            aria-pressed={addressOfFilter(wanted).toString() === address}
            onClick={() => onChoose(wanted)}
          >
            {t(`views.${view}`)} <span className={styles.count}>{formatNumber(counts[view], lang)}</span>
          </button>
        )
      })}
    </fieldset>
  )
}

function countOf(rows: readonly InboxRow[], uid: string): Record<View, number> {
  const counts = { all: 0, new: 0, reported: 0, owed: 0, mine: 0 }
  for (const row of rows) {
    if (row.comment.status === 'withdrawn') continue
    counts.all++
    if (reviewStateOf(row) === 'new') counts.new++
    if (isReported(row)) counts.reported++
    if (isOwedAnswer(row)) counts.owed++
    if (row.review?.assignee === uid) counts.mine++
  }
  return counts
}
