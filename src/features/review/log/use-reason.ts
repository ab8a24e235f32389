import { useTranslation } from 'react-i18next'
import { type AuditEntry, parseStaffReason, parseTurnReason } from '#domain/audit.ts'
import { ANSWER_STATUSES } from '#domain/official-answer.ts'
import { HIDE_REASONS } from '#domain/review.ts'
import { formatMoment } from '#i18n/format.ts'
import { useLang } from '#i18n/use-lang.ts'

/** What an entry gives as its reason, in words: some are kept as a name, such as the status of an answer. */
export function useReason({ action, reason }: Pick<AuditEntry, 'action' | 'reason'>): string {
  const { t } = useTranslation('review-log')
  const lang = useLang()
  if (action === 'hide') {
    const known = HIDE_REASONS.find((each) => each === reason)
    return known ? t(`hidden.${known}`) : reason
  }
  if (action === 'answer') {
    const known = ANSWER_STATUSES.find((each) => each === reason)
    return known ? t(`answered.${known}`) : reason
  }
  if (action === 'translate') return reason === 'ko → en' || reason === 'en → ko' ? t(`translated.${reason}`) : reason
  const turn = action === 'close-task' || action === 'reopen-task' ? parseTurnReason(reason) : null
  if (turn?.until) {
    const until = { moment: formatMoment(turn.until, lang), why: turn.why }
    return action === 'close-task' ? t('until.closed', until) : t('until.open', until)
  }
  if (turn) return turn.why
  const staff = action === 'staff' ? parseStaffReason(reason) : null
  if (!staff) return reason
  const rights = staff.rights.map((right) => t(`right.${right}`)).join(', ')
  return t(`staff.${staff.step}`, { who: staff.who, rights: rights || t('right.none') })
}
