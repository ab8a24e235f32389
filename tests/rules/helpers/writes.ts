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
