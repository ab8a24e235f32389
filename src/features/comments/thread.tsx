import { memo, useId, useRef, useState } from 'react'
import { Button } from '#components/button.tsx'
import { commentDraft } from '#data/drafts.ts'
import { isOpen } from '#domain/plan.ts'
import { formatNumber } from '#i18n/format.ts'
import { useFixedT } from '#i18n/use-fixed-t.ts'
import { useLang } from '#i18n/use-lang.ts'
import { CommentForm } from './comment-form.tsx'
import { Replies } from './replies.tsx'
import { ReturnedComments } from './returned-comments.tsx'
import styles from './thread.module.css'
import { ThreadItem, type ThreadProps } from './thread-item.tsx'
import { type CommentEntry, outboxedTo } from './use-outbox-comments.ts'

type Props = ThreadProps & {
  /** What has not arrived of what is written here: twenty comments need not listen for it each. */
  outboxed: readonly CommentEntry[]
}

/**
 * A comment with its replies, which are read when somebody opens them, and the place to write one. Drawn anew only for
 * what concerns it: with 20 more below it, it stays as it is.
 */
export const Thread = memo(function Thread({ opened = false, outboxed, ...props }: Props) {
  const { comment, talk, named } = props
  const { task, me } = talk
  const t = useFixedT('comments')
  const lang = useLang()
  const [open, setOpen] = useState(opened)
  const [writing, setWriting] = useState(() => commentDraft(comment.id).load() !== null)
  const repliesId = useId()
  const thread = useRef<HTMLDivElement>(null)
  const place = useRef<HTMLDivElement>(null)
  const { waiting, returned } = outboxedTo(comment.id, outboxed)
  // What comes back is kept in the form from then on, and no more among what came back.
  if (returned.length > 0 && !writing) setWriting(true)
  const count = comment.replyCount
  const label = open ? t('item.hideReplies') : t('item.replies', { count, value: formatNumber(count, lang) })
  const isVisible = comment.status === 'visible'
  // A reply stands by itself where what it answers is hidden.
  const isAnswerable = isVisible && comment.parentId === null
  const mayReply = isOpen(task) && isAnswerable && !me?.staff
  // Whoever is writing when the task closes goes on where they are.
  const [wasOpen] = useState(() => isOpen(task))
  return (
    <div ref={thread} className={styles.thread}>
      <ThreadItem
        {...props}
        actions={
          <>
            {mayReply && (
              <Button
                look="quiet"
                aria-expanded={writing}
                onClick={() => {
                  setWriting(!writing)
                  setTimeout(() => place.current?.querySelector('textarea')?.focus())
                }}
              >
                {t('item.reply')}
              </Button>
            )}
            {count > 0 && (
              <Button look="quiet" aria-expanded={open} aria-controls={repliesId} onClick={() => setOpen(!open)}>
                {label}
              </Button>
            )}
          </>
        }
      />
      {writing && !me?.staff && (
        <div ref={place}>
          {isAnswerable && (isOpen(task) || wasOpen) ? (
            <CommentForm
              task={task}
              me={me}
              parent={comment}
              onSent={() => {
                // The form goes away under the focus.
                thread.current?.querySelector('article')?.focus()
                setWriting(false)
                setOpen(true)
              }}
            />
          ) : (
            <ReturnedComments
              entries={returned}
              onTakeBack={null}
              begun={{ about: comment.id, reason: isAnswerable ? 'closed' : 'missing' }}
            />
          )}
        </div>
      )}
      <div id={repliesId}>{(open || waiting.length > 0) && <Replies {...props} waiting={waiting} named={named} />}</div>
    </div>
  )
})
