import { useTranslation } from 'react-i18next'
import { Link } from 'react-router-dom'
import { GroupTag } from '#components/tag.tsx'
import type { InboxRow } from '#domain/inbox.ts'
import { nickname } from '#domain/nickname.ts'
import { formatAgo } from '#i18n/format-ago.ts'
import { useLang } from '#i18n/use-lang.ts'
import styles from './detail.module.css'
import { HiddenBadge } from './hidden-badge.tsx'
import { useInbox } from './inbox-store.ts'

type Props = { row: InboxRow; hrefOf: (id: string) => string }

/** What the comment answers, and what others answer to it: all of it is here already, and read from memory. */
export function ThreadPart({ row, hrefOf }: Props) {
  const { t } = useTranslation('review-inbox')
  const { byId, rows } = useInbox()
  const { comment } = row
  const parent = comment.parentId ? byId.get(comment.parentId) : undefined
  const replies =
    comment.replyCount > 0 ? rows.filter((other) => other.comment.parentId === comment.id).toReversed() : []
  if (!parent && replies.length === 0) return null
  return (
    <section aria-labelledby="around" className={styles.thread}>
      <h3 id="around">{t(parent ? 'thread.parent' : 'thread.replies')}</h3>
      <ul>
        {[...(parent ? [parent] : []), ...replies].map((one) => (
          <Said key={one.comment.id} row={one} href={hrefOf(one.comment.id)} />
        ))}
      </ul>
    </section>
  )
}

function Said({ row: { comment }, href }: { row: InboxRow; href: string }) {
  const { t } = useTranslation(['review-inbox', 'common'])
  const lang = useLang()
  return (
    <li>
      <p className={styles.who}>
        <span className={styles.name}>{nickname(comment.authorId)[lang]}</span>
        <GroupTag role={comment.role}>{t(`common:roles.${comment.role}`)}</GroupTag>
        <Link to={href}>
          {formatAgo(comment.createdAt, new Date(), lang)}
          <span className="visually-hidden"> {t('review-inbox:thread.open')}</span>
        </Link>
        <HiddenBadge comment={comment} />
      </p>
      <p lang={comment.lang} dir="auto" className={styles.said}>
        {comment.status === 'withdrawn' ? t('review-inbox:row.withdrawn') : comment.text}
      </p>
    </li>
  )
}
