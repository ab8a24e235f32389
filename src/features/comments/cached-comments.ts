import type { InfiniteData, Query, QueryClient } from '@tanstack/react-query'
import type { CommentPage } from '#data/comment-lists.ts'
import type { Comment } from '#domain/comment.ts'
import type { TaskId } from '#domain/plan.ts'

// What has been read of comments, changed where it lies: what has just arrived neither flickers nor costs another read.

export type Pages = InfiniteData<CommentPage, unknown>

/** @param change gets a page's comments and its place */
export const mapPages = (
  pages: Pages,
  change: (comments: readonly Comment[], page: number) => readonly Comment[],
): Pages => ({
  ...pages,
  pages: pages.pages.map((page, index) => ({ ...page, comments: change(page.comments, index) })),
})

export const holds = (pages: Pages, id: string): boolean =>
  pages.pages.some(({ comments }) => comments.some((comment) => comment.id === id))

// Not “said”, which is what other pages read of comments by their ids.
const LISTS = ['comments', 'replies', 'all-said'] as const
const READING: readonly unknown[] = [...LISTS, 'comment']

/** Whether a query is one that reads comments of a task. */
export const isOfTask = (taskId: TaskId | null, { queryKey: [what, task] }: Pick<Query, 'queryKey'>): boolean =>
  READING.includes(what) && task === taskId

/** All pages of comments of a task that are here, what was read last at the end. */
export const pagesRead = (client: QueryClient, taskId: TaskId): readonly (readonly Comment[])[] =>
  LISTS.flatMap((list) => client.getQueriesData<Pages>({ queryKey: [list, taskId] }))
    .map(([queryKey, data]) => ({ data, readAt: client.getQueryState(queryKey)?.dataUpdatedAt ?? 0 }))
    .toSorted((one, other) => one.readAt - other.readAt)
    .flatMap(({ data }) => data?.pages.map(({ comments }) => comments) ?? [])

/** Changes one comment wherever it has been read. */
export function changeComment(client: QueryClient, id: string, change: (comment: Comment) => Comment): void {
  const changed = (comment: Comment) => (comment.id === id ? change(comment) : comment)
  for (const list of LISTS) {
    client.setQueriesData<Pages>({ queryKey: [list] }, (pages) =>
      pages && holds(pages, id) ? mapPages(pages, (comments) => comments.map(changed)) : pages,
    )
  }
  client.setQueriesData<Comment | null>({ queryKey: ['comment'] }, (comment) => comment && changed(comment))
}
