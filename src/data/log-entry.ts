import { collection, doc, serverTimestamp, type WriteBatch } from 'firebase/firestore/lite'
import type { AuditAction } from '#domain/audit.ts'
import { DataError } from './errors.ts'
import { db } from './firestore.ts'
import { currentUser } from './session.ts'

/** Who acts. @throws DataError `signed-out` */
export async function actor(): Promise<string> {
  const user = await currentUser()
  if (!user) throw new DataError('signed-out')
  return user.uid
}

export type Logged = {
  readonly action: AuditAction
  readonly target: string
  readonly byUid: string
  readonly reason: string
}

/** An id for an entry that the document it speaks of names as its `logEntry`. */
export const newEntryId = (): string => doc(collection(db, 'auditLog')).id

/** Puts the entry of an action into the batch of that action; the rules want both or neither. */
export const log = (batch: WriteBatch, id: string, entry: Logged): void => {
  batch.set(doc(db, 'auditLog', id), { ...entry, at: serverTimestamp() })
}
