import type { Query, QueryClient } from '@tanstack/react-query'
import { commentDraft, editDraft } from '#data/drafts.ts'
import type { OutboxEntry } from '#data/outbox.ts'
import type { OwnReactions } from '#data/reactions.ts'
import { type Comment, tidyText } from '#domain/comment.ts'
import { belongsTo, type CommentList } from '#domain/comment-list.ts'
import type { DeedKind, DeedOf } from '#domain/deed.ts'
import type { TaskId } from '#domain/plan.ts'
import type { Reaction } from '#domain/reaction.ts'
import type { Role } from '#domain/roles.ts'
import {
  amend,
  askAnew,
  changeComment,
  holds,
  isOfReactions,
  isOfTask,
  isReadSince,
  mapPages,
  type Pages,
} from './cached-comments.ts'
import { afterDeed } from './overlay.ts'
import { latestOf } from './pages.ts'
import { commentQuery, readOne } from './queries.ts'
import { noteReported } from './reported.ts'

/** A list that could not be read is asked for once more: what has just arrived would stand nowhere. */
const askForMissing = (client: QueryClient, isMeant: (query: Query) => boolean) =>
  void client.invalidateQueries({
    predicate: (query) => isMeant(query) && query.state.data === undefined && query.state.fetchStatus === 'idle',
  })

/** First in every list it belongs to, whatever its order: its author sees it there until that is read anew. */
async function addToLists(client: QueryClient, comment: Comment): Promise<void> {
  const isMeant = ({ queryKey: [what, task, list] }: Query) =>
    task === comment.taskId &&
    (what === 'all-said' ||
      (what === 'comments' && comment.parentId === null && belongsTo(comment, list as CommentList)))
  askForMissing(client, isMeant)
  await amend<Pages>(client, isMeant, (pages) =>
    holds(pages, comment.id)
      ? pages
      : mapPages(pages, (comments, page) => (page === 0 ? [comment, ...comments] : comments)),
  )
}

/** Last among the replies that have been read: also where there are more, its author is to see it there. */
async function addToReplies(client: QueryClient, reply: Comment, parentId: string): Promise<void> {
  const isMeant = ({ queryKey: [what, , parent] }: Query) => what === 'replies' && parent === parentId
  askForMissing(client, isMeant)
  await amend<Pages>(client, isMeant, (pages) =>
    holds(pages, reply.id)
      ? pages
      : mapPages(pages, (comments, page) => (page === pages.pages.length - 1 ? [...comments, reply] : comments)),
  )
}

/**
 * What was read of a comment while something was on its way to it, may tell of that or not. Counted on top of it, it might be
 * counted twice: one read tells.
 */
async function lookAgain(client: QueryClient, taskId: TaskId, id: string): Promise<void> {
  const now = await readOne(taskId, id).catch(() => null)
  if (now) changeComment(client, taskId, id, (read) => latestOf([[read, now]])[0] ?? read)
  else void askAnew(client, (query) => isOfTask(taskId, query))
}

/**
 * A comment from the outbox has arrived: it takes its place in what was read, before it leaves the outbox.
 * @param at when it was put there
 */
export async function reconcileComment(
  client: QueryClient,
  { comment }: DeedOf<'comment'>,
  at = Date.now(),
): Promise<void> {
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
  if (parentId !== null && !isKnown) {
    if (isReadSince(client, taskId, parentId, at)) await lookAgain(client, taskId, parentId)
    else changeComment(client, taskId, parentId, (read) => ({ ...read, replyCount: read.replyCount + 1 }))
    await addToReplies(client, arrived, parentId)
  }
  await addToLists(client, arrived)
}

/** What was thought before, as far as it has been read. */
function reactionBefore(client: QueryClient, uid: string, commentId: string): Reaction | null {
  const read = client.getQueriesData<OwnReactions>({ queryKey: ['reactions', uid] })
  return read.map(([, reactions]) => reactions?.[commentId]).find((reaction) => reaction !== undefined) ?? null
}

async function reconcileReaction(client: QueryClient, role: Role, { uid, deed, at }: Done<'react'>): Promise<void> {
  const { taskId, commentId, value } = deed
  if (isReadSince(client, taskId, commentId, at)) await lookAgain(client, taskId, commentId)
  else {
    const before = reactionBefore(client, uid, commentId)
    changeComment(client, taskId, commentId, (comment) => afterDeed(comment, deed, new Date(at), role, before))
  }
  const isMeant = (query: Query) => query.queryKey[1] === uid && isOfReactions(commentId, query)
  void amend<OwnReactions>(client, isMeant, ({ [commentId]: _, ...others }) =>
    value === null ? others : { ...others, [commentId]: value },
  )
}

type Done<K extends DeedKind> = OutboxEntry & { readonly deed: DeedOf<K> }

/** Something that was done with a comment has arrived. @param role the group of whoever did it */
export async function reconcileDeed(
  client: QueryClient,
  role: Role,
  { deed, ...entry }: Done<'react' | 'edit' | 'withdraw' | 'report'>,
): Promise<void> {
  const { taskId, commentId } = deed
  if (deed.kind === 'report') return noteReported(entry.uid, commentId)
  if (deed.kind === 'react') return reconcileReaction(client, role, { ...entry, deed })
  changeComment(client, taskId, commentId, (comment) => afterDeed(comment, deed, new Date(entry.at), role, null))
  if (deed.kind === 'withdraw') return
  // Where the device had no room for it in the outbox, its draft has been kept until now.
  const draft = editDraft(commentId)
  if (tidyText(draft.load()?.text ?? '') === deed.text) draft.clear()
  // It may have changed back what arrived without an answer: then there are more edits than were read.
  if (deed.isUndo) void askAnew(client, (query) => isOfTask(taskId, query))
}
