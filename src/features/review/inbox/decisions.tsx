import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { Badge } from '#components/badge.tsx'
import { Button } from '#components/button.tsx'
import { Disclosure } from '#components/disclosure.tsx'
import { Mixed } from '#components/mixed.tsx'
import { OfficialAnswer } from '#components/official-answer.tsx'
import { QueryState } from '#components/query-state.tsx'
import type { AuditEntry } from '#domain/audit.ts'
import { grouped } from '#domain/grouped.ts'
import { type InboxRow, isReported } from '#domain/inbox.ts'
import { ANSWER_STATUSES } from '#domain/official-answer.ts'
import { HIDE_REASONS } from '#domain/review.ts'
import { formatMoment, formatNumber } from '#i18n/format.ts'
import { useLang } from '#i18n/use-lang.ts'
import type { Asking } from './act-dialog.tsx'
import { useStaffName } from './act-words.ts'
import styles from './detail.module.css'
import { historyQuery, reportsQuery } from './queries.ts'

type Props = { row: InboxRow; onAsk: (kind: Asking['kind']) => void }

/** Whether the public sees it and why not, what it was reported for, and every decision about it so far. */
export function Decisions({ row, onAsk }: Props) {
  const { t } = useTranslation('review-inbox')
  const { comment, answer } = row
  const { status, hiddenReason, reportCount, moderations } = comment
  return (
    <section aria-label={t('detail.decisions')} className={styles.decisions}>
      {answer && <OfficialAnswer answer={answer} edits={comment.edits} />}
      <p className={styles.who}>
        <Badge tone={status === 'visible' ? 'neutral' : 'danger'}>{t(`status.${status}`)}</Badge>
        {hiddenReason && <span>{t(`reason.${hiddenReason}`)}</span>}
        {reportCount > 0 && <Reasons comment={comment} />}
      </p>
      <div className={styles.actions}>
        {status === 'visible' && <Button onClick={() => onAsk('answer')}>{t('ask.answer.open')}</Button>}
        {status === 'visible' && <Button onClick={() => onAsk('hide')}>{t('ask.hide.open')}</Button>}
        {(status === 'hidden' || isReported(row)) && (
          <Button onClick={() => onAsk('restore')}>
            {t(status === 'hidden' ? 'ask.restore.open' : 'ask.restore.leave')}
          </Button>
        )}
      </div>
      <History key={`${moderations} ${answer?.at.getTime()}`} row={row} />
    </section>
  )
}

/** How often it was reported, and for what; by whom, nobody needs to know. */
function Reasons({ comment: { taskId, id, reportCount } }: { comment: InboxRow['comment'] }) {
  const { t } = useTranslation('review-inbox')
  const lang = useLang()
  const { data = [] } = useQuery(reportsQuery(taskId, id, reportCount))
  const reasons = [...grouped(data, ({ reason }) => reason)].map(
    ([reason, some]) => `${t(`reason.${reason}`)} ${formatNumber(some.length, lang)}`,
  )
  return (
    <span>
      {t('row.reports', { value: formatNumber(reportCount, lang) })}
      {reasons.length > 0 && ` (${reasons.join(', ')})`}
    </span>
  )
}

function History({ row: { comment, answer } }: { row: InboxRow }) {
  const { t } = useTranslation('review-inbox')
  const isEmpty = comment.moderations === 0 && !answer && comment.translation?.by !== 'staff'
  if (isEmpty) return <p className={styles.note}>{t('history.none')}</p>
  return (
    <Disclosure summary={t('history.title')}>
      <Entries id={comment.id} />
    </Disclosure>
  )
}

function Entries({ id }: { id: string }) {
  const { t } = useTranslation('review-inbox')
  const lang = useLang()
  const nameOf = useStaffName()
  const query = useQuery(historyQuery(id))
  return (
    <QueryState query={query} lines={2}>
      {(entries) => (
        <ol className={styles.entries}>
          {entries.map((entry) => (
            <li key={entry.id}>
              <span>{formatMoment(entry.at, lang)}</span>{' '}
              <strong>
                <Mixed text={nameOf(entry.byUid)} />
              </strong>{' '}
              <EntryWords entry={entry} />
            </li>
          ))}
          {entries.length === 0 && <li>{t('history.none')}</li>}
        </ol>
      )}
    </QueryState>
  )
}

function EntryWords({ entry: { action, reason } }: { entry: AuditEntry }) {
  const { t } = useTranslation(['review-inbox', 'answer'])
  const status = ANSWER_STATUSES.find((known) => known === reason)
  const hideReason = HIDE_REASONS.find((known) => known === reason)
  if (action === 'hide')
    return t('review-inbox:history.hide', { reason: hideReason ? t(`review-inbox:reason.${hideReason}`) : reason })
  if (action === 'restore') return t('review-inbox:history.restore', { reason })
  if (action === 'translate') return t('review-inbox:history.translate')
  if (action !== 'answer') return reason
  return t('review-inbox:history.answer', { status: status ? t(`answer:status.${status}`) : reason })
}
