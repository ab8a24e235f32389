import * as v from 'valibot'
import { withFirestore } from './firestore.ts'
import { parseOrSkip } from './schemas.ts'

const staffSchema = v.object({
  name: v.string(),
  office: v.string(),
  canReview: v.boolean(),
  canEdit: v.boolean(),
  canInvite: v.boolean(),
  canManage: v.boolean(),
})

export type Staff = v.InferOutput<typeof staffSchema>

/** A person's own staff record, or null if they are not SMOE staff. Costs 1 read. */
export const readStaff = (uid: string): Promise<Staff | null> =>
  withFirestore(async ({ db, doc, getDoc }) => {
    const snapshot = await getDoc(doc(db, 'staff', uid))
    return snapshot.exists() ? parseOrSkip(staffSchema, `staff/${uid}`, snapshot.data()) : null
  })
