import type { InfiniteData, QueryClient } from '@tanstack/react-query'
import type { CommentPage } from '#data/comment-lists.ts'
import type { OwnReactions } from '#data/reactions.ts'
import type { Comment } from '#domain/comment.ts'
import { ALL_NEWEST } from '#domain/comment-list.ts'
import type { Deed, DeedOf } from '#domain/deed.ts'
import type { Participant } from '#domain/participant.ts'
import type { Reaction } from '#domain/reaction.ts'
import { afterDeed } from './overlay.ts'
import { commentQuery, commentsQuery, repliesQuery } from './queries.ts'

// What has arrived is put into what was read before, so that it neither flickers nor costs another read.

type Pages = InfiniteData<CommentPage, unknown>
type Change = (comment: Comment) => Comment

const LISTS = ['comments', 'replies', 'said'] as const

function changeEverywhere(client: QueryClient, id: string, change: Change): void {
  const inPages = (pages: Pages | undefined): Pages | undefined =>
    pages && {
      ...pages,
      pages: pages.pages.map((page) => ({
        ...page,
        comments: page.comments.map((comment) => (comment.id === id ? change(comment) : comment)),
      })),
    }
  for (const list of LISTS) client.setQueriesData<Pages>({ queryKey: [list] }, inPages)
  client.setQueriesData<Comment | null>({ queryKey: ['comment'] }, (comment) =>
    comment?.id === id ? change(comment) : comment,
  )
}

function addTo(client: QueryClient, comment: Comment): void {
  const { taskId, parentId } = comment
  client.setQueryData<Comment | null>(commentQuery(taskId, comment.id).queryKey, comment)
  const { queryKey } = parentId === null ? commentsQuery(taskId, ALL_NEWEST) : repliesQuery(taskId, parentId)
  client.setQueryData<Pages>(queryKey, (pages) => {
    if (!pages || pages.pages.some((page) => page.comments.some(({ id }) => id === comment.id))) return pages
    // The newest comment stands first, the newest reply last: on the last page, if that is there.
    const place = parentId === null ? 0 : pages.pages.length - 1
    if (parentId !== null && pages.pages.at(-1)?.next) return pages
    const added = (comments: readonly Comment[]) =>
      parentId === null ? [comment, ...comments] : [...comments, comment]
    return {
      ...pages,
      pages: pages.pages.map((page, i) => (i === place ? { ...page, comments: added(page.comments) } : page)),
    }
  })
}

/** What was thought before is looked up where it was read; what was never read was never shown. */
function reactionBefore(client: QueryClient, uid: string, id: string): Reaction | null {
  const read = client.getQueriesData<OwnReactions>({ queryKey: ['reactions', uid] })
  return read.map(([, reactions]) => reactions?.[id]).find((reaction) => reaction !== undefined) ?? null
}

function setReaction(client: QueryClient, uid: string, { commentId, value }: DeedOf<'react'>): void {
  client.setQueriesData<OwnReactions>(
    { queryKey: ['reactions', uid], predicate: ({ queryKey }) => (queryKey[2] as string[]).includes(commentId) },
    (reactions) => {
      if (!reactions) return reactions
      const { [commentId]: _, ...others } = reactions
      return value === null ? others : { ...others, [commentId]: value }
    },
  )
}

/**
 * Lets the conversation know that a deed has arrived. A new comment that no list on this device can hold, such as one
 * sorted by agreement, is read anew.
 */
export async function commentDeedArrived(client: QueryClient, me: Participant, deed: Deed, at: Date): Promise<void> {
  if (deed.kind === 'stance') return
  if (deed.kind === 'comment') {
    const { comment } = deed
    if (comment.parentId) {
      changeEverywhere(client, comment.parentId, (parent) => ({ ...parent, replyCount: parent.replyCount + 1 }))
    }
    addTo(client, comment)
    const { queryKey } = commentsQuery(comment.taskId, ALL_NEWEST)
    await client.invalidateQueries({
      queryKey: ['comments', comment.taskId],
      predicate: (query) => query.queryKey[2] !== queryKey[2],
      refetchType: 'none',
    })
    return
  }
  const before = reactionBefore(client, me.uid, deed.commentId)
  changeEverywhere(client, deed.commentId, (comment) => afterDeed(comment, deed, at, me.role, before))
  if (deed.kind === 'react') setReaction(client, me.uid, deed)
}
