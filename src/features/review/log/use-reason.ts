import { useTranslation } from 'react-i18next'
import { type AuditEntry, parseStaffReason } from '#domain/audit.ts'
import { ANSWER_STATUSES } from '#domain/official-answer.ts'
import { HIDE_REASONS } from '#domain/review.ts'

/** What an entry gives as its reason, in words: some are kept as a name, such as the status of an answer. */
export function useReason({ action, reason }: Pick<AuditEntry, 'action' | 'reason'>): string {
  const { t } = useTranslation('review-log')
  if (action === 'hide') {
    const known = HIDE_REASONS.find((each) => each === reason)
    return known ? t(`hidden.${known}`) : reason
  }
  if (action === 'answer') {
    const known = ANSWER_STATUSES.find((each) => each === reason)
    return known ? t(`answered.${known}`) : reason
  }
  if (action === 'translate') return reason === 'ko → en' || reason === 'en → ko' ? t(`translated.${reason}`) : reason
  const staff = action === 'staff' ? parseStaffReason(reason) : null
  if (!staff) return reason
  const rights = staff.rights.map((right) => t(`right.${right}`)).join(', ')
  return t(`staff.${staff.step}`, { who: staff.who, rights: rights || t('right.none') })
}
