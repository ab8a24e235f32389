import { useInfiniteQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { Live } from '#components/live.tsx'
import { QueryState } from '#components/query-state.tsx'
import { nickname } from '#domain/nickname.ts'
import { useLang } from '#i18n/use-lang.ts'
import { hasMore, More, useMore } from './more.tsx'
import { repliesIn } from './pages.ts'
import { repliesQuery } from './queries.ts'
import styles from './thread.module.css'
import { ThreadItem, type ThreadProps } from './thread-item.tsx'
import { useAround } from './use-around.ts'
import type { CommentEntry } from './use-outbox-comments.ts'
import { WaitingComment } from './waiting-comment.tsx'

type Props = Omit<ThreadProps, 'opened'> & { waiting: readonly CommentEntry[] }

/** The replies to a comment, oldest first, and after them one's own that have not arrived. */
export function Replies({ comment, talk, entries, around: aroundNamed, named, waiting }: Props) {
  const { t } = useTranslation('comments')
  const lang = useLang()
  const { task, me } = talk
  const replies = useInfiniteQuery(repliesQuery(task.id, comment.id))
  const { list, showMore } = useMore(replies)
  const pages = replies.data?.pages.map((page) => page.comments) ?? []
  const around = useAround(pages, me?.participant?.uid)
  const read = repliesIn(pages).filter(({ id }) => !waiting.some(({ deed }) => deed.comment.id === id))
  // Further down than has been read, it is shown before all others.
  const isAhead = named?.parentId === comment.id && read.every(({ id }) => id !== named.id)
  const shown = [...(isAhead ? [named] : []), ...read]
  // A hidden one is counted, and not read. What is about to be read anew may only be older than the count.
  const isRead = replies.isSuccess && replies.fetchStatus === 'idle' && !hasMore(replies)
  const areUnseen = isRead && repliesIn([...pages, shown]).length + waiting.length < comment.replyCount
  const mine = waiting.toReversed().map((entry) => (
    <li key={entry.deed.comment.id}>
      <WaitingComment entry={entry} task={task} me={me} />
    </li>
  ))
  return (
    <>
      <QueryState query={replies} lines={3}>
        {() =>
          shown.length + mine.length > 0 && (
            <ol
              ref={list}
              aria-label={t('item.repliesLabel', { name: nickname(comment.authorId)[lang] })}
              className={styles.replies}
            >
              {shown.map((reply) => (
                <li key={reply.id}>
                  <ThreadItem
                    comment={reply}
                    talk={talk}
                    around={reply === named ? aroundNamed : around}
                    entries={entries}
                    named={named}
                  />
                </li>
              ))}
              {mine}
            </ol>
          )
        }
      </QueryState>
      {!replies.data && mine.length > 0 && <ol className={styles.replies}>{mine}</ol>}
      <More query={replies} onMore={showMore} more={t('item.moreReplies')} loading={t('item.loadingReplies')} />
      <Live>{areUnseen && <p className={styles.unseen}>{t('item.unseenReplies')}</p>}</Live>
    </>
  )
}
