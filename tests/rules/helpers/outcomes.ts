import { FirebaseError } from 'firebase/app'
import type { Firestore } from 'firebase/firestore/lite'
import { commitPatiently, type Write } from './writes.ts'

/** Whether the rules let a batch pass; where Firestore gives up waiting it is asked again, and anything else is thrown. */
export async function accepts(db: Firestore, writes: readonly Write[]): Promise<boolean> {
  try {
    await commitPatiently(db, writes)
    return true
  } catch (error) {
    if (error instanceof FirebaseError && error.code === 'permission-denied') return false
    throw error
  }
}
