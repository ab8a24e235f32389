import { Link } from 'react-router-dom'
import { GroupTag, Tag } from '#components/tag.tsx'
import type { Comment } from '#domain/comment.ts'
import { DISTRICTS } from '#domain/districts.ts'
import { nickname } from '#domain/nickname.ts'
import { formatMoment, formatNumber } from '#i18n/format.ts'
import { formatAgo } from '#i18n/format-ago.ts'
import { useFixedT } from '#i18n/use-fixed-t.ts'
import { useLang } from '#i18n/use-lang.ts'
import styles from './comment-item.module.css'
import { permalink } from './permalink.ts'

type Props = {
  comment: Comment
  mine: boolean
  reported: boolean
  hasAddress: boolean
  sending: boolean
  /** How often it was changed, and what shows the words of before; null as long as its words are folded away. */
  former: { readonly edits: number; readonly open: boolean; readonly id: string; toggle(): void } | null
}

/** Who said it, by nickname, group and area; when, with the comment's own address; and whether it was changed since. */
export function CommentHeader({ comment, mine, reported, hasAddress, sending, former }: Props) {
  const t = useFixedT(['comments', 'common'])
  const lang = useLang()
  const district = comment.district ? DISTRICTS[comment.district]?.[lang] : undefined
  const time = (
    <time dateTime={comment.createdAt.toISOString()} title={formatMoment(comment.createdAt, lang)}>
      {formatAgo(comment.createdAt, new Date(), lang)}
    </time>
  )
  return (
    <header className={styles.header}>
      <span className={styles.name}>{nickname(comment.authorId)[lang]}</span>
      <GroupTag role={comment.role}>{t(`common:roles.${comment.role}`)}</GroupTag>
      {district && <span>{district}</span>}
      {hasAddress ? (
        <Link to={permalink(lang, comment)} className={styles.time}>
          {time} <span className="visually-hidden">{t('comments:item.permalink')}</span>
        </Link>
      ) : (
        time
      )}
      {former !== null && former.edits > 0 && (
        <button
          type="button"
          className={styles.edited}
          aria-expanded={former.open}
          aria-controls={former.open ? former.id : undefined}
          onClick={former.toggle}
        >
          {t('comments:item.edited', { count: former.edits, value: formatNumber(former.edits, lang) })}
        </button>
      )}
      {mine && <Tag>{t('comments:item.mine')}</Tag>}
      {reported && <Tag>{t('comments:report.mine')}</Tag>}
      {sending && <Tag>{t('comments:item.sending')}</Tag>}
    </header>
  )
}
