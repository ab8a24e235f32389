import type { InfiniteData, QueryClient } from '@tanstack/react-query'
import type { CommentPage } from '#data/comment-lists.ts'
import type { Comment } from '#domain/comment.ts'
import type { TaskId } from '#domain/plan.ts'
import { goneBy } from './pages.ts'
import { saidQuery } from './queries.ts'

// Not “said”, which is what other pages read of comments by their ids.
export const LISTS = ['comments', 'replies', 'all-said'] as const

/**
 * All pages of comments of a task that are here, what was read last at the end; without what has gone since, as far as
 * everything has been read.
 */
export function pagesRead(client: QueryClient, taskId: TaskId): readonly (readonly Comment[])[] {
  const isGone = goneBy(client.getQueryData(saidQuery(taskId).queryKey)?.pages ?? [])
  return LISTS.flatMap((list) => client.getQueriesData<InfiniteData<CommentPage>>({ queryKey: [list, taskId] }))
    .map(([queryKey, data]) => ({ data, readAt: client.getQueryState(queryKey)?.dataUpdatedAt ?? 0 }))
    .toSorted((one, other) => one.readAt - other.readAt)
    .flatMap(
      ({ data, readAt }) =>
        data?.pages.map(({ comments }) => comments.filter((comment) => !isGone(comment, readAt))) ?? [],
    )
}
