import { setTimeout } from 'node:timers/promises'
import { FirebaseError } from 'firebase/app'
import { type DocumentData, doc, type Firestore, type UpdateData, writeBatch } from 'firebase/firestore/lite'

export type Write = { readonly path: string } & (
  | { readonly set: DocumentData }
  | { readonly merge: DocumentData }
  | { readonly update: UpdateData<DocumentData> }
  | { readonly remove: true }
)

/** All writes in one batch, in their order. */
export async function commit(db: Firestore, writes: readonly Write[]): Promise<void> {
  const batch = writeBatch(db)
  for (const write of writes) {
    const target = doc(db, write.path)
    if ('set' in write) batch.set(target, write.set)
    else if ('merge' in write) batch.set(target, write.merge, { merge: true })
    else if ('update' in write) batch.update(target, write.update)
    else batch.delete(target)
  }
  await batch.commit()
}

// Firestore gives up a commit that waits too long for a document that others are writing; nothing of it is done then.
const isLockTimeout = (error: unknown): boolean => error instanceof FirebaseError && error.code === 'aborted'

/** The same where many write one document: again, a little later each time, when Firestore gave up waiting. */
export async function commitPatiently(db: Firestore, writes: readonly Write[], waits: number = 20): Promise<void> {
  try {
    await commit(db, writes)
  } catch (error) {
    if (!isLockTimeout(error) || waits === 0) throw error
    await setTimeout(Math.random() * 500)
    await commitPatiently(db, writes, waits - 1)
  }
}
