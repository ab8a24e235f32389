import { useInfiniteQuery } from '@tanstack/react-query'
import { type ReactNode, useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '#components/button.tsx'
import { QueryState } from '#components/query-state.tsx'
import type { OutboxEntry } from '#data/outbox.ts'
import type { Comment } from '#domain/comment.ts'
import { nickname } from '#domain/nickname.ts'
import { formatNumber } from '#i18n/format.ts'
import { useLang } from '#i18n/use-lang.ts'
import { More, useMore } from './more.tsx'
import { Named } from './named.tsx'
import { laidOver } from './overlay.ts'
import { commentsIn } from './pages.ts'
import { repliesQuery } from './queries.ts'
import { SaidItem } from './said-item.tsx'
import type { Talk } from './talk.ts'
import styles from './thread.module.css'
import { type Around, useAround } from './use-around.ts'

type Props = {
  comment: Comment
  talk: Talk
  around: Around
  entries: readonly OutboxEntry[]
  /** Whether its replies are open from the beginning. */
  opened?: boolean
  /** The comment or reply that the address of the page names. */
  named?: Comment | undefined
}

/** A comment with its replies, which are read when somebody opens them. */
export function Thread({ comment, talk, around, entries, opened = false, named }: Props) {
  const { t } = useTranslation('comments')
  const lang = useLang()
  const [open, setOpen] = useState(opened)
  const repliesId = useId()
  const count = comment.replyCount
  const label = open ? t('item.hideReplies') : t('item.replies', { count, value: formatNumber(count, lang) })
  return (
    <div className={styles.thread}>
      <Item
        comment={comment}
        talk={talk}
        around={around}
        entries={entries}
        named={named}
        actions={
          count > 0 && (
            <Button look="quiet" aria-expanded={open} aria-controls={repliesId} onClick={() => setOpen(!open)}>
              {label}
            </Button>
          )
        }
      />
      <div id={repliesId}>
        {open && <Replies comment={comment} talk={talk} entries={entries} around={around} named={named} />}
      </div>
    </div>
  )
}

function Replies({ comment, talk, entries, around: aroundNamed, named }: Omit<Props, 'opened'>) {
  const { t } = useTranslation('comments')
  const lang = useLang()
  const replies = useInfiniteQuery(repliesQuery(talk.task.id, comment.id))
  const { list, showMore } = useMore(replies)
  const pages = replies.data?.pages.map((page) => page.comments) ?? []
  const around = useAround(pages, talk.me?.participant?.uid)
  const read = commentsIn(pages)
  // Further down than has been read, it is shown before all others.
  const isAhead = named?.parentId === comment.id && read.every(({ id }) => id !== named.id)
  return (
    <>
      <QueryState query={replies} lines={3}>
        {() => (
          <ol
            ref={list}
            aria-label={t('item.repliesLabel', { name: nickname(comment.authorId)[lang] })}
            className={styles.replies}
          >
            {[...(isAhead ? [named] : []), ...read].map((reply) => (
              <li key={reply.id}>
                <Item
                  comment={reply}
                  talk={talk}
                  around={reply === named ? aroundNamed : around}
                  entries={entries}
                  named={named}
                />
              </li>
            ))}
          </ol>
        )}
      </QueryState>
      <More query={replies} onMore={showMore} more={t('item.moreReplies')} loading={t('item.loadingReplies')} />
    </>
  )
}

function Item({ comment, talk, around, entries, named, actions }: Omit<Props, 'opened'> & { actions?: ReactNode }) {
  const { id } = comment
  const item = (
    <SaidItem
      read={comment}
      said={laidOver(comment, around.reactions[id] ?? null, talk.me?.participant?.role, entries)}
      talk={talk}
      answer={around.answers[id]}
      actions={actions}
    />
  )
  return named?.id === id ? <Named marked={comment.parentId !== null}>{item}</Named> : item
}
