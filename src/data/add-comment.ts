import { doc, getDoc, increment, serverTimestamp } from 'firebase/firestore/lite'
import type { Comment } from '#domain/comment.ts'
import type { TaskId } from '#domain/plan.ts'
import { commentsOf } from './comments.ts'
import { commit } from './commit.ts'
import { DataError, toDataError } from './errors.ts'
import { db } from './firestore.ts'
import { readParticipant } from './participants.ts'
import { currentUser } from './session.ts'
import { readTask } from './tasks.ts'

/** Whether a comment is there to be answered: what is hidden cannot even be read. */
const isVisible = (taskId: TaskId, id: string): Promise<boolean> =>
  getDoc(doc(commentsOf(taskId), id)).then(
    (snapshot) => snapshot.get('status') === 'visible',
    (error) => {
      if (toDataError(error).kind === 'refused') return false
      throw error
    },
  )

/** Why the rules refused a comment, or null if it had in fact arrived before. */
async function whyRefused(comment: Comment): Promise<DataError | null> {
  const user = await currentUser()
  if (!user) return new DataError('signed-out')
  const [arrived, participant, task] = await Promise.all([
    getDoc(doc(commentsOf(comment.taskId), comment.id)),
    readParticipant(user.uid),
    readTask(comment.taskId),
  ])
  if (arrived.exists()) {
    if (arrived.get('authorId') !== user.uid) return new DataError('refused')
    // Arrived before; but what is sent now may have been changed since, or be another tab's.
    return arrived.get('text') === comment.text ? null : new DataError('arrived')
  }
  if (!participant) return new DataError('not-joined')
  if (task.status === 'closed') return new DataError('closed')
  if (comment.parentId !== null && !(await isVisible(comment.taskId, comment.parentId))) return new DataError('missing')
  // The app sends nothing else that the rules would refuse, so the clock of the last comment is what is left.
  return new DataError(participant.lastComment && task.revision === comment.revision ? 'too-soon' : 'refused')
}

/**
 * Publishes a comment, and in the same batch the moment of the person's last comment, which the rules compare, and of a
 * reply the count of the comment it answers.
 * @throws DataError `signed-out`, `not-joined`, `closed`, `too-soon`, `arrived` …; sending again is safe
 */
export async function addComment(comment: Comment): Promise<void> {
  const { id, taskId, createdAt: _, ...fields } = comment
  const { parentId } = fields
  const stored = {
    ...fields,
    createdAt: serverTimestamp(),
    status: 'visible',
    hiddenReason: null,
    moderations: 0,
    reportCount: 0,
    translation: null,
  }
  try {
    await commit((batch) => {
      batch.set(doc(commentsOf(taskId), id), stored)
      if (parentId !== null) batch.update(doc(commentsOf(taskId), parentId), { replyCount: increment(1) })
      batch.update(doc(db, 'participants', comment.authorId), { lastComment: { id, at: serverTimestamp() } })
    })
  } catch (error) {
    const failure = toDataError(error)
    if (failure.kind !== 'refused' && failure.kind !== 'missing') throw failure
    const reason = await whyRefused(comment)
    if (reason) throw reason
  }
}
