import { FirebaseError } from 'firebase/app'
import type { Firestore } from 'firebase/firestore/lite'
import { commit, type Write } from './writes.ts'

/** Whether the rules let a batch pass; anything but a refusal is thrown. */
export async function accepts(db: Firestore, writes: readonly Write[]): Promise<boolean> {
  try {
    await commit(db, writes)
    return true
  } catch (error) {
    if (error instanceof FirebaseError && error.code === 'permission-denied') return false
    throw error
  }
}
