import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router-dom'
import { meQuery } from '#data/me.ts'
import type { Comment } from '#domain/comment.ts'
import { useLang } from '#i18n/use-lang.ts'
import { hiddenQuery } from './hidden-queries.ts'

/** Why a comment is hidden, as its author and reviewers may know; and for reviewers the way to where they decide. */
export function HiddenWhy({ comment }: { comment: Comment }) {
  const { t } = useTranslation('comments')
  const lang = useLang()
  const { data: me } = useQuery(meQuery)
  const reason = useQuery(hiddenQuery(comment)).data?.hiddenReason
  return (
    <>
      {reason && <p>{t('item.hiddenWhy', { reason: t(`report.${reason}`) })}</p>}
      {me?.staff?.canReview && (
        <p>
          <Link to={`/${lang}/review/inbox?open=${comment.id}`}>{t('item.hiddenInbox')}</Link>
        </p>
      )}
    </>
  )
}
