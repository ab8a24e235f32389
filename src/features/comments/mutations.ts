import { type InfiniteData, mutationOptions, type QueryClient } from '@tanstack/react-query'
import type { CommentPage } from '#data/comment-lists.ts'
import { remote } from '#data/remote.ts'
import type { Comment } from '#domain/comment.ts'
import { ALL_NEWEST } from '#domain/comment-list.ts'
import type { TaskId } from '#domain/plan.ts'
import { commentsQuery } from './queries.ts'

type Pages = InfiniteData<CommentPage, unknown>

const mapComments = (
  pages: Pages,
  change: (comments: readonly Comment[], page: number) => readonly Comment[],
): Pages => ({
  ...pages,
  pages: pages.pages.map((page, index) => ({ ...page, comments: change(page.comments, index) })),
})

const without = (pages: Pages, id: string): Pages =>
  mapComments(pages, (comments) => comments.filter((comment) => comment.id !== id))

const withFirst = (pages: Pages, added: Comment): Pages =>
  mapComments(without(pages, added.id), (comments, page) => (page === 0 ? [added, ...comments] : comments))

const holds = (pages: Pages | undefined, id: string): boolean =>
  pages?.pages.some((page) => page.comments.some((comment) => comment.id === id)) ?? false

/** Publishes a comment: it stands in the list at once, and leaves it again if it is refused. */
export const addCommentMutation = (client: QueryClient, taskId: TaskId) => {
  const { queryKey } = commentsQuery(taskId, ALL_NEWEST)
  return mutationOptions({
    mutationKey: ['add-comment', taskId],
    mutationFn: (comment: Comment) =>
      remote(
        () => import('#data/comments.ts'),
        ({ addComment }) => addComment(comment),
      ),
    onMutate: async (comment) => {
      // A list that has never arrived is left to arrive: stopped now, nothing would bring it later.
      if (!client.getQueryData(queryKey)) return
      await client.cancelQueries({ queryKey })
      client.setQueryData(queryKey, (pages) => pages && withFirst(pages, comment))
    },
    onSuccess: async (_, comment) => {
      if (!holds(client.getQueryData(queryKey), comment.id)) await client.invalidateQueries({ queryKey })
    },
    onError: async (error, comment) => {
      client.setQueryData(queryKey, (pages) => pages && without(pages, comment.id))
      // The list shows what did arrive; after a plain refusal the task may be another than the page shows.
      if (error.kind === 'arrived') await client.invalidateQueries({ queryKey })
      if (error.kind === 'refused') await client.invalidateQueries({ queryKey: ['task', taskId] })
    },
  })
}
