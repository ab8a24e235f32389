import { doc, getDoc, increment, serverTimestamp } from 'firebase/firestore/lite'
import type { DeedOf } from '#domain/deed.ts'
import type { Participant } from '#domain/participant.ts'
import { commentRef } from './comment-schema.ts'
import { whyRefused } from './comments.ts'
import { commit } from './commit.ts'
import { toDataError } from './errors.ts'
import { db } from './firestore.ts'
import type { IsLost } from './remote.ts'

/**
 * Reports a comment to the reviewers, and counts it. One report a person: doing it again finds the first.
 * @throws DataError `missing` if the comment is not visible any more …
 */
export async function report(
  me: Participant,
  { taskId, commentId, reason }: DeedOf<'report'>,
  isLost?: IsLost,
): Promise<void> {
  const mine = doc(db, 'reports', `${taskId}~${commentId}~${me.uid}`)
  try {
    await commit((batch) => {
      batch.set(mine, { reason, at: serverTimestamp() })
      batch.update(commentRef(taskId, commentId), { reportCount: increment(1) })
    }, isLost)
  } catch (error) {
    const failure = toDataError(error)
    if (failure.kind !== 'refused' && failure.kind !== 'missing') throw failure
    if (!(await getDoc(mine)).exists()) throw await whyRefused(taskId, { visible: commentId })
  }
}
