import { useQuery } from '@tanstack/react-query'
import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '#components/button.tsx'
import { QueryState } from '#components/query-state.tsx'
import type { Comment } from '#domain/comment.ts'
import { nickname } from '#domain/nickname.ts'
import type { Task } from '#domain/plan.ts'
import { formatNumber } from '#i18n/format.ts'
import { useLang } from '#i18n/use-lang.ts'
import { CommentItem } from './comment-item.tsx'
import { repliesQuery } from './queries.ts'
import styles from './thread.module.css'

type Props = { comment: Comment; task: Task; myUid: string | undefined }

/** A comment with its replies, which are read when somebody opens them. */
export function Thread({ comment, task, myUid }: Props) {
  const { t } = useTranslation('comments')
  const lang = useLang()
  const [open, setOpen] = useState(false)
  const repliesId = useId()
  const count = comment.replyCount
  const label = open ? t('item.hideReplies') : t('item.replies', { count, value: formatNumber(count, lang) })
  return (
    <>
      <CommentItem
        comment={comment}
        task={task}
        mine={comment.authorId === myUid}
        actions={
          count > 0 && (
            <Button look="quiet" aria-expanded={open} aria-controls={repliesId} onClick={() => setOpen(!open)}>
              {label}
            </Button>
          )
        }
      />
      <div id={repliesId}>{open && <Replies comment={comment} task={task} myUid={myUid} />}</div>
    </>
  )
}

function Replies({ comment, task, myUid }: Props) {
  const { t } = useTranslation('comments')
  const lang = useLang()
  const replies = useQuery(repliesQuery(task.id, comment.id))
  const label = t('item.repliesLabel', { name: nickname(comment.authorId)[lang] })
  return (
    <QueryState query={replies} lines={3}>
      {(list) => (
        <ol aria-label={label} className={styles.replies}>
          {list.map((reply) => (
            <li key={reply.id}>
              <CommentItem comment={reply} task={task} mine={reply.authorId === myUid} />
            </li>
          ))}
        </ol>
      )}
    </QueryState>
  )
}
