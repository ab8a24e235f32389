import { useInfiniteQuery } from '@tanstack/react-query'
import { use, useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '#components/button.tsx'
import { EmptyState } from '#components/empty-state.tsx'
import { QueryState, ReadProblem } from '#components/query-state.tsx'
import type { Me } from '#data/me.ts'
import type { Task } from '#domain/plan.ts'
import { pageTextsReady } from '#i18n/page-texts.ts'
import { useLang } from '#i18n/use-lang.ts'
import { CommentForm } from './comment-form.tsx'
import { commentsQuery } from './queries.ts'
import { ReadAt } from './read-at.tsx'
import { ReturnedComments } from './returned-comments.tsx'
import { Thread } from './thread.tsx'
import { useOutboxComments } from './use-outbox-comments.ts'
import styles from './voices.module.css'
import { WaitingComment } from './waiting-comment.tsx'

export type ConversationProps = { task: Task; me: Me | undefined; joinLink: string }

/** A place to write, and what others wrote, 20 at a time. */
export function Conversation({ task, me, joinLink }: ConversationProps) {
  const lang = useLang()
  use(pageTextsReady(lang, 'comments'))
  use(pageTextsReady(lang, 'outbox'))
  const { t } = useTranslation('comments')
  const comments = useInfiniteQuery(commentsQuery(task.id))
  const { waiting, returned } = useOutboxComments(task.id, null, me)
  const list = useRef<HTMLOListElement>(null)
  // The focus goes on with the first comment that comes, since the button moves away under it.
  const firstNew = useRef<number | null>(null)
  const showMore = () => {
    if (comments.isFetchingNextPage) return
    firstNew.current = list.current?.children.length ?? null
    void comments.fetchNextPage()
  }
  const pageCount = comments.data?.pages.length
  useEffect(() => {
    if (firstNew.current === null || pageCount === undefined) return
    list.current?.children[firstNew.current]?.querySelector('article')?.focus()
    firstNew.current = null
  }, [pageCount])

  const mine = waiting.map((entry) => (
    <li key={entry.deed.comment.id}>
      <WaitingComment entry={entry} task={task} me={me} joinLink={joinLink} />
    </li>
  ))

  return (
    <>
      {task.status === 'closed' ? (
        <>
          <p>{t('form.closed')}</p>
          <ReturnedComments entries={returned} onTakeBack={null} />
        </>
      ) : (
        <CommentForm key={task.id} task={task} me={me} joinLink={joinLink} />
      )}
      {/* Before others' are here, and where they cannot be read. */}
      {!comments.data && mine.length > 0 && <ol className={styles.list}>{mine}</ol>}
      <ReadAt at={comments.dataUpdatedAt} className={styles.intro} />
      <QueryState
        query={comments}
        lines={8}
        isEmpty={({ pages }) => waiting.length === 0 && pages.every((page) => page.comments.length === 0)}
        empty={<EmptyState>{t('list.empty')}</EmptyState>}
      >
        {({ pages }) => (
          <ol ref={list} aria-label={t('list.label')} className={styles.list}>
            {mine}
            {pages
              .flatMap((page) => page.comments)
              .filter(({ id }) => !waiting.some(({ deed }) => deed.comment.id === id))
              .map((comment) => (
                <li key={comment.id}>
                  <Thread comment={comment} task={task} myUid={me?.user?.uid} />
                </li>
              ))}
          </ol>
        )}
      </QueryState>
      {!comments.hasNextPage && (comments.data?.pages.length ?? 0) > 1 && (
        <p className={styles.intro}>{t('list.end')}</p>
      )}
      <ReadProblem error={comments.isFetchNextPageError ? comments.error : null} />
      {comments.hasNextPage && (
        <Button onClick={showMore} aria-disabled={comments.isFetchingNextPage}>
          {comments.isFetchingNextPage ? t('list.loadingMore') : t('list.more')}
        </Button>
      )}
    </>
  )
}
