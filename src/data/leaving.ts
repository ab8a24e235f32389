import { doc, serverTimestamp } from 'firebase/firestore/lite'
import { commit } from './commit.ts'
import { toDataError } from './errors.ts'
import { db } from './firestore.ts'
import { readMembership } from './participants.ts'

/**
 * Leaves for good: of the participant's record nothing stays but when. Doing it again after a lost answer succeeds.
 * Comments have to be withdrawn before; afterwards nobody can.
 */
export async function leaveForGood(uid: string): Promise<void> {
  try {
    await commit((batch) => batch.set(doc(db, 'participants', uid), { leftAt: serverTimestamp() }))
  } catch (error) {
    const failure = toDataError(error)
    if (failure.kind !== 'refused' || !(await readMembership(uid)).leftAt) throw failure
  }
}
