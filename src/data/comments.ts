import { doc, getDoc, increment, serverTimestamp } from 'firebase/firestore/lite'
import type { Comment } from '#domain/comment.ts'
import { isOpen, type TaskId } from '#domain/plan.ts'
import { commentRef, parseComment } from './comment-schema.ts'
import { commit } from './commit.ts'
import { DataError, toDataError } from './errors.ts'
import { db } from './firestore.ts'
import { readParticipant } from './participants.ts'
import type { IsLost } from './remote.ts'
import { currentUser } from './session.ts'
import { readTask } from './tasks.ts'

/**
 * One comment, or null if there is none, or none that this person may see: which of the two, nobody is told.
 * Costs 1 read.
 */
export async function readComment(taskId: TaskId, id: string): Promise<Comment | null> {
  // Before the sign-in has been looked up, Firestore lite asks as nobody: what is hidden would be refused to its author.
  await currentUser().catch(() => null)
  try {
    const snapshot = await getDoc(commentRef(taskId, id))
    return snapshot.exists() ? parseComment(taskId, id, snapshot.data()) : null
  } catch (error) {
    const failure = toDataError(error)
    if (failure.kind === 'refused') return null
    throw failure
  }
}

/**
 * Why the rules refused what somebody wanted to do.
 * @param needs what it needs besides a participant: a task that is open, a comment that is visible
 */
export async function whyRefused(
  taskId: TaskId,
  needs: { readonly open?: boolean; readonly visible?: string | null },
): Promise<DataError> {
  const user = await currentUser()
  if (!user) return new DataError('signed-out')
  const [participant, task, comment] = await Promise.all([
    readParticipant(user.uid),
    readTask(taskId),
    needs.visible ? readComment(taskId, needs.visible) : null,
  ])
  if (!participant) return new DataError('not-joined')
  if (needs.open && !isOpen(task)) return new DataError('closed')
  if (needs.visible && comment?.status !== 'visible') return new DataError('missing')
  return new DataError('refused')
}

/** Why a new comment was refused, or null if it had in fact arrived before. */
async function whyNotAdded(comment: Comment): Promise<DataError | null> {
  const { id, taskId, authorId } = comment
  const arrived = await readComment(taskId, id)
  // Arrived before; but what is sent now may have been changed since, or be another tab's.
  if (arrived) {
    if (arrived.authorId !== authorId) return new DataError('refused')
    return arrived.text === comment.text ? null : new DataError('arrived')
  }
  const reason = await whyRefused(taskId, { open: true, visible: comment.parentId })
  if (reason.kind !== 'refused') return reason
  // The app sends nothing else that the rules would refuse, so the clock of the last comment is what is left.
  const [participant, task] = await Promise.all([readParticipant(authorId), readTask(taskId)])
  return participant?.lastComment && task.revision === comment.revision ? new DataError('too-soon') : reason
}

/**
 * Publishes a comment or a reply, and in the same batch the moment of the person's last comment, which the rules
 * compare, and the count of the comment that it answers.
 * @throws DataError `signed-out`, `not-joined`, `closed`, `missing`, `too-soon`, `arrived` …; sending again is safe
 */
export async function addComment(comment: Comment, isLost?: IsLost): Promise<void> {
  const { id, taskId, createdAt: _, ...fields } = comment
  const stored = { ...fields, createdAt: serverTimestamp(), hiddenReason: null }
  try {
    await commit((batch) => {
      batch.set(commentRef(taskId, id), stored)
      batch.update(doc(db, 'participants', comment.authorId), { lastComment: { id, at: serverTimestamp() } })
      if (comment.parentId) batch.update(commentRef(taskId, comment.parentId), { replyCount: increment(1) })
    }, isLost)
  } catch (error) {
    const failure = toDataError(error)
    if (failure.kind !== 'refused' && failure.kind !== 'missing') throw failure
    const reason = await whyNotAdded(comment)
    if (reason) throw reason
  }
}
