import type { QueryClient } from '@tanstack/react-query'
import { commentDraft, editDraft } from '#data/drafts.ts'
import type { OutboxEntry } from '#data/outbox.ts'
import type { OwnReactions } from '#data/reactions.ts'
import { type Comment, tidyText } from '#domain/comment.ts'
import { belongsTo, type CommentList } from '#domain/comment-list.ts'
import type { DeedOf } from '#domain/deed.ts'
import type { Reaction } from '#domain/reaction.ts'
import type { Role } from '#domain/roles.ts'
import { changeComment, holds, isOfTask, mapPages, type Pages } from './cached-comments.ts'
import { afterDeed } from './overlay.ts'
import { commentQuery, repliesQuery } from './queries.ts'
import { noteReported } from './reported.ts'

/** First in every list it belongs to, whatever its order: its author sees it there until that is read anew. */
async function addToLists(client: QueryClient, comment: Comment): Promise<void> {
  const lists = client.getQueryCache().findAll({ queryKey: ['comments', comment.taskId] })
  for (const { queryKey, state } of lists) {
    if (!belongsTo(comment, queryKey[2] as CommentList)) continue
    const isFirst = state.data === undefined
    // A list that is on its way without this comment must not take its place; the first one is asked for anew.
    await client.cancelQueries({ queryKey, exact: true })
    if (isFirst) void client.invalidateQueries({ queryKey, exact: true })
    client.setQueryData<Pages>(queryKey, (pages) =>
      pages && !holds(pages, comment.id)
        ? mapPages(pages, (comments, page) => (page === 0 ? [comment, ...comments] : comments))
        : pages,
    )
  }
}

/** Last among the replies that have been read: also where there are more, its author is to see it there. */
async function addToReplies(client: QueryClient, reply: Comment, parentId: string): Promise<void> {
  const { queryKey } = repliesQuery(reply.taskId, parentId)
  await client.cancelQueries({ queryKey })
  const known = client.getQueryData<Pages>(queryKey)
  if (known && holds(known, reply.id)) return
  // A first reading that was under way without it is begun anew.
  if (!known) void client.invalidateQueries({ queryKey })
  client.setQueryData<Pages>(
    queryKey,
    known && mapPages(known, (comments, page) => (page === known.pages.length - 1 ? [...comments, reply] : comments)),
  )
  changeComment(client, parentId, (parent) => ({ ...parent, replyCount: parent.replyCount + 1 }))
}

/** A comment from the outbox has arrived: it takes its place in what was read, before it leaves the outbox. */
export async function reconcileComment(client: QueryClient, { comment }: DeedOf<'comment'>): Promise<void> {
  const { taskId, parentId, id } = comment
  // Where the device had no room for it in the outbox, its draft has been kept until now.
  const draft = commentDraft(parentId ?? taskId)
  const kept = draft.load()
  // Whoever took it back while it was on its way may have gone on writing.
  if (kept?.id === id && tidyText(kept.text) === comment.text) draft.clear()

  const arrived = { ...comment, createdAt: new Date() }
  const { queryKey } = commentQuery(taskId, id)
  const isKnown = Boolean(client.getQueryData(queryKey))
  client.setQueryData(queryKey, arrived)
  if (parentId === null) await addToLists(client, arrived)
  else if (!isKnown) await addToReplies(client, arrived, parentId)
}

/** What was thought before, as far as it has been read. */
function reactionBefore(client: QueryClient, uid: string, commentId: string): Reaction | null {
  const read = client.getQueriesData<OwnReactions>({ queryKey: ['reactions', uid] })
  return read.map(([, reactions]) => reactions?.[commentId]).find((reaction) => reaction !== undefined) ?? null
}

function setReaction(client: QueryClient, uid: string, { commentId, value }: DeedOf<'react'>): void {
  const isAmong = ({ queryKey }: { queryKey: readonly unknown[] }) => (queryKey[2] as string[]).includes(commentId)
  client.setQueriesData<OwnReactions>({ queryKey: ['reactions', uid], predicate: isAmong }, (reactions) => {
    if (!reactions) return reactions
    const { [commentId]: _, ...others } = reactions
    return value === null ? others : { ...others, [commentId]: value }
  })
}

/** Something that was done with a comment has arrived. @param role the group of whoever did it */
export function reconcileDeed(
  client: QueryClient,
  role: Role,
  { uid, deed, at }: OutboxEntry & { deed: DeedOf<'react' | 'edit' | 'withdraw' | 'report'> },
): void {
  if (deed.kind === 'edit') {
    // Where the device had no room for it in the outbox, its draft has been kept until now.
    const draft = editDraft(deed.commentId)
    if (tidyText(draft.load()?.text ?? '') === deed.text) draft.clear()
  }
  // It may have changed back what arrived without an answer: then there are more edits than were read.
  if (deed.kind === 'edit' && deed.isUndo)
    void client.invalidateQueries({ predicate: (query) => isOfTask(deed.taskId, query) })
  const before = reactionBefore(client, uid, deed.commentId)
  changeComment(client, deed.commentId, (comment) => afterDeed(comment, deed, new Date(at), role, before))
  if (deed.kind === 'react') setReaction(client, uid, deed)
  if (deed.kind === 'report') noteReported(uid, deed.commentId)
}
