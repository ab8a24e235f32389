import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { GroupTag, Tag } from '#components/tag.tsx'
import type { Comment } from '#domain/comment.ts'
import { DISTRICTS } from '#domain/districts.ts'
import { nickname } from '#domain/nickname.ts'
import type { Task } from '#domain/plan.ts'
import { formatAgo, formatMoment, formatNumber } from '#i18n/format.ts'
import { useLang } from '#i18n/use-lang.ts'
import styles from './comment-item.module.css'

type Props = {
  comment: Comment
  task: Task
  mine: boolean
  sending?: boolean
  /** What can be done with it, beside how others took it. */
  actions?: ReactNode
}

/** One comment: who by group and area, the words as they were written, how others took them. */
export function CommentItem({ comment, task, mine, sending = false, actions }: Props) {
  const { t } = useTranslation(['comments', 'common'])
  const lang = useLang()
  const name = nickname(comment.authorId)[lang]
  const district = comment.district ? DISTRICTS[comment.district]?.[lang] : undefined
  const subtask = task.subtasks.find(({ id }) => id === comment.subtaskId)
  return (
    <article className={styles.comment} aria-busy={sending} aria-label={name} tabIndex={-1}>
      <header className={styles.header}>
        <span className={styles.name}>{name}</span>
        <GroupTag role={comment.role}>{t(`common:roles.${comment.role}`)}</GroupTag>
        {district && <span>{district}</span>}
        <time dateTime={comment.createdAt.toISOString()} title={formatMoment(comment.createdAt, lang)}>
          {formatAgo(comment.createdAt, new Date(), lang)}
        </time>
        {comment.editedAt && <span>{t('comments:item.edited')}</span>}
        {mine && <Tag>{t('comments:item.mine')}</Tag>}
        {sending && <Tag>{t('comments:item.sending')}</Tag>}
      </header>
      {subtask && comment.parentId === null && (
        <p className={styles.about}>
          <a href={`#${subtask.id}`}>{t('comments:item.about', { subtask: subtask.title[lang] })}</a>
        </p>
      )}
      <p className={styles.text} lang={comment.lang} dir="auto" data-sending={sending}>
        {comment.text}
      </p>
      <footer className={styles.footer}>
        {comment.agreeTotal > 0 && (
          <span>{t('comments:item.agree', { value: formatNumber(comment.agreeTotal, lang) })}</span>
        )}
        {comment.disagreeTotal > 0 && (
          <span>{t('comments:item.disagree', { value: formatNumber(comment.disagreeTotal, lang) })}</span>
        )}
        {actions}
      </footer>
    </article>
  )
}
