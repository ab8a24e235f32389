import { doc, getDoc } from 'firebase/firestore/lite'
import * as v from 'valibot'
import type { Staff } from '#domain/staff.ts'
import { db } from './firestore.ts'
import { parseOrSkip } from './schemas.ts'

export type { Staff }

/** What a staff record says. */
export const staffSchema = v.object({
  name: v.string(),
  office: v.string(),
  canReview: v.boolean(),
  canEdit: v.boolean(),
  canInvite: v.boolean(),
  canManage: v.boolean(),
  logEntry: v.optional(v.nullable(v.string()), null),
})

/** A person's own staff record, or null if they are not SMOE staff. Costs 1 read. */
export async function readStaff(uid: string): Promise<Staff | null> {
  const snapshot = await getDoc(doc(db, 'staff', uid))
  return snapshot.exists() ? parseOrSkip(staffSchema, `staff/${uid}`, snapshot.data()) : null
}
