import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { EmptyState } from '#components/empty-state.tsx'
import { Live } from '#components/live.tsx'
import { QueryState } from '#components/query-state.tsx'
import { isWorthItsPlace } from '#domain/comment.ts'
import { type CommentList, FILTERS } from '#domain/comment-list.ts'
import { formatNumber } from '#i18n/format.ts'
import { useLang } from '#i18n/use-lang.ts'
import { More, useMore } from './more.tsx'
import { commentsIn } from './pages.ts'
import { commentsQuery } from './queries.ts'
import { ReadAt } from './read-at.tsx'
import { type Talk, useOwnEntries } from './talk.ts'
import { Thread } from './thread.tsx'
import { useAround } from './use-around.ts'
import styles from './voices.module.css'

/** What others wrote, 20 at a time. Another list takes the place of the one before once it is there. */
export function CommentsList({ list, talk }: { list: CommentList; talk: Talk }) {
  const { t } = useTranslation('comments')
  const lang = useLang()
  const entries = useOwnEntries(talk)
  const comments = useInfiniteQuery({ ...commentsQuery(talk.task.id, list), placeholderData: keepPreviousData })
  const pages = comments.data?.pages.map((page) => page.comments) ?? []
  const around = useAround(pages, talk.me?.participant?.uid)
  const { list: ref, showMore } = useMore(comments)
  const shown = commentsIn(pages).filter(
    (comment) => isWorthItsPlace(comment) || comment.authorId === talk.me?.user?.uid,
  )
  const isFiltered = FILTERS.some((filter) => list[filter] !== null)
  const count = shown.length
  const result = { count, value: formatNumber(count, lang) }
  return (
    <>
      <ReadAt at={comments.dataUpdatedAt} className={styles.intro} />
      <Live>
        {comments.data && !comments.isPlaceholderData && (
          <span className="visually-hidden">
            {comments.hasNextPage ? t('list.shownSoFar', result) : t('list.shown', result)}
          </span>
        )}
      </Live>
      <QueryState
        query={comments}
        lines={8}
        isEmpty={() => count === 0}
        empty={<EmptyState>{isFiltered ? t('list.none') : t('list.empty')}</EmptyState>}
      >
        {() => (
          <ol ref={ref} aria-label={t('list.label')} aria-busy={comments.isPlaceholderData} className={styles.list}>
            {shown.map((comment) => (
              <li key={comment.id}>
                <Thread comment={comment} talk={talk} around={around} entries={entries} />
              </li>
            ))}
          </ol>
        )}
      </QueryState>
      {!comments.hasNextPage && pages.length > 1 && <p className={styles.intro}>{t('list.end')}</p>}
      <More query={comments} onMore={showMore} more={t('list.more')} loading={t('list.loadingMore')} />
    </>
  )
}
