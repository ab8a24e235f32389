import { useTranslation } from 'react-i18next'
import { Badge } from '#components/badge.tsx'
import type { ReviewComment } from '#domain/review.ts'

/** That the public does not see a comment, and why; nothing where it does. */
export function HiddenBadge({ comment: { status, hiddenReason } }: { comment: ReviewComment }) {
  const { t } = useTranslation('review-inbox')
  if (status !== 'hidden') return null
  return (
    <Badge tone="danger">
      {hiddenReason ? t('row.hidden', { reason: t(`reason.${hiddenReason}`) }) : t('status.hidden')}
    </Badge>
  )
}
