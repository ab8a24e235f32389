import type { InfiniteData, QueryClient } from '@tanstack/react-query'
import type { CommentPage } from '#data/comments.ts'
import { commentDraft } from '#data/drafts.ts'
import type { Comment } from '#domain/comment.ts'
import type { DeedOf } from '#domain/deed.ts'
import { commentsQuery, repliesQuery } from './queries.ts'

type Pages = InfiniteData<CommentPage, unknown>

const mapComments = (
  pages: Pages,
  change: (comments: readonly Comment[], page: number) => readonly Comment[],
): Pages => ({
  ...pages,
  pages: pages.pages.map((page, index) => ({ ...page, comments: change(page.comments, index) })),
})

const withFirst = (pages: Pages, added: Comment): Pages =>
  mapComments(pages, (comments, page) => {
    const others = comments.filter(({ id }) => id !== added.id)
    return page === 0 ? [added, ...others] : others
  })

const withOneMoreReply = (pages: Pages, parentId: string): Pages =>
  mapComments(pages, (comments) =>
    comments.map((one) => (one.id === parentId ? { ...one, replyCount: one.replyCount + 1 } : one)),
  )

/** A comment from the outbox has arrived: it takes its place in what was read, before it leaves the outbox. */
export async function reconcileComment(client: QueryClient, { comment }: DeedOf<'comment'>): Promise<void> {
  const { taskId, parentId } = comment
  // Where the device had no room for it in the outbox, its draft has been kept until now.
  const draft = commentDraft(parentId ?? taskId)
  if (draft.load()?.id === comment.id) draft.clear()

  const arrived = { ...comment, createdAt: new Date() }
  const list = commentsQuery(taskId).queryKey
  if (parentId !== null) {
    const replies = repliesQuery(taskId, parentId).queryKey
    const known = client.getQueryData(replies)
    if (known?.some(({ id }) => id === comment.id)) return
    client.setQueryData(replies, (read) => read && [...read, arrived])
    client.setQueryData(list, (pages) => pages && withOneMoreReply(pages, parentId))
    return
  }
  // A list that is on its way without this comment must not take its place.
  if (!client.getQueryData(list)) return void client.invalidateQueries({ queryKey: list })
  await client.cancelQueries({ queryKey: list })
  client.setQueryData(list, (pages) => pages && withFirst(pages, arrived))
}
