import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query'
import { memo } from 'react'
import { useTranslation } from 'react-i18next'
import { EmptyState } from '#components/empty-state.tsx'
import { Live } from '#components/live.tsx'
import { QueryState } from '#components/query-state.tsx'
import { isWorthItsPlace } from '#domain/comment.ts'
import { belongsTo, type CommentList, FILTERS } from '#domain/comment-list.ts'
import { formatNumber } from '#i18n/format.ts'
import { useLang } from '#i18n/use-lang.ts'
import { hasMore, More, useMore } from './more.tsx'
import { commentsIn } from './pages.ts'
import { askForMore, commentsQuery } from './queries.ts'
import { ReadAt } from './read-at.tsx'
import { type Talk, useOwnEntries } from './talk.ts'
import { Thread } from './thread.tsx'
import { useAround } from './use-around.ts'
import { outboxedTo, useOutboxComments } from './use-outbox-comments.ts'
import styles from './voices.module.css'
import { WaitingComment } from './waiting-comment.tsx'

/** What others wrote, 20 at a time. Another list takes the place of the one before once it is there. */
export const CommentsList = memo(function CommentsList({ list, talk }: { list: CommentList; talk: Talk }) {
  const { t } = useTranslation('comments')
  const lang = useLang()
  const { task, me } = talk
  const entries = useOwnEntries(talk)
  const comments = useInfiniteQuery({ ...commentsQuery(task.id, list), placeholderData: keepPreviousData })
  const pages = comments.data?.pages.map((page) => page.comments) ?? []
  const around = useAround(pages, me?.participant?.uid)
  const { list: ref, showMore } = useMore(comments)
  const outboxed = useOutboxComments(task.id, me)
  const waiting = outboxedTo(null, outboxed).waiting.filter(({ deed }) => belongsTo(deed.comment, list))
  const shown = commentsIn(pages)
    .filter((comment) => isWorthItsPlace(comment) || comment.authorId === me?.user?.uid)
    .filter(({ id }) => !waiting.some(({ deed }) => deed.comment.id === id))
  const isFiltered = FILTERS.some((filter) => list[filter] !== null)
  const count = shown.length
  const value = formatNumber(count, lang)

  const press = () => {
    const next = comments.data?.pages.at(-1)?.next
    if (next && !comments.isFetchingNextPage && !comments.isPlaceholderData) askForMore(task.id, list, next)
  }

  const mine = waiting.map((entry) => (
    <li key={entry.deed.comment.id}>
      <WaitingComment entry={entry} task={task} me={me} />
    </li>
  ))
  return (
    <>
      {/* Before others' are here, and where they cannot be read. */}
      {!comments.data && mine.length > 0 && <ol className={styles.list}>{mine}</ol>}
      <ReadAt at={comments.dataUpdatedAt} className={styles.intro} />
      <Live>
        {comments.data && !comments.isPlaceholderData && (
          <span className="visually-hidden">
            {hasMore(comments) ? t('list.shownSoFar', { count, value }) : t('list.shown', { count, value })}
          </span>
        )}
      </Live>
      <QueryState
        query={comments}
        lines={8}
        isEmpty={() => shown.length + waiting.length === 0}
        // Where there are more, all that was read so far is withdrawn: only the way to them stands here.
        empty={!hasMore(comments) && <EmptyState>{isFiltered ? t('list.none') : t('list.empty')}</EmptyState>}
      >
        {() => (
          <ol ref={ref} aria-label={t('list.label')} aria-busy={comments.isPlaceholderData} className={styles.list}>
            {mine}
            {shown.map((comment) => (
              <li key={comment.id}>
                <Thread comment={comment} talk={talk} around={around} entries={entries} outboxed={outboxed} />
              </li>
            ))}
          </ol>
        )}
      </QueryState>
      {!hasMore(comments) && pages.length > 1 && <p className={styles.intro}>{t('list.end')}</p>}
      <More query={comments} onPress={press} onMore={showMore} more={t('list.more')} loading={t('list.loadingMore')} />
    </>
  )
})
