import { collection, doc, getDoc, getDocs, limit, query } from 'firebase/firestore/lite'
import { removalEntryId, staffEntryReason } from '#domain/audit.ts'
import type { StaffMember } from '#domain/staff.ts'
import { commit } from './commit.ts'
import { DataError } from './errors.ts'
import { db } from './firestore.ts'
import { STAFF_PAGE } from './in-order.ts'
import { actor, log, newEntryId } from './log-entry.ts'
import { parseOrSkip } from './schemas.ts'
import { staffSchema } from './staff.ts'

const staff = collection(db, 'staff')

/** Everybody who works here, for reviewers and managers. Costs a read a person. */
export async function readStaffList(): Promise<readonly StaffMember[]> {
  const { docs } = await getDocs(query(staff, limit(STAFF_PAGE)))
  return docs.flatMap((found): StaffMember[] => {
    const fields = parseOrSkip(staffSchema, found.ref.path, found.data())
    return fields ? [{ uid: found.id, ...fields }] : []
  })
}

async function write(action: 'add' | 'change', { uid, ...fields }: StaffMember): Promise<void> {
  const byUid = await actor()
  await commit((batch) => {
    const logEntry = newEntryId()
    batch.set(doc(staff, uid), { ...fields, logEntry })
    log(batch, logEntry, { action: 'staff', target: uid, byUid, reason: staffEntryReason(action, fields) })
  })
}

/** Whose record it is, if there is one already. Costs 1 read. */
async function readStaffMember(uid: string): Promise<StaffMember | null> {
  const found = await getDoc(doc(staff, uid))
  const fields = found.exists() ? parseOrSkip(staffSchema, found.ref.path, found.data()) : null
  return fields && { uid, ...fields }
}

/**
 * Gives somebody a staff record, with an entry in the log.
 * @throws DataError `taken` if the person has one already …
 */
export async function addStaff(member: StaffMember): Promise<void> {
  if (await readStaffMember(member.uid)) throw new DataError('taken')
  await write('add', member)
}

/** Changes what a record says, with an entry in the log. One's own right to manage stays. @throws DataError … */
export const changeStaff = (member: StaffMember): Promise<void> => write('change', member)

/** Takes a record away, and all rights with it at once, with an entry in the log. Nobody removes themselves. */
export async function removeStaff({ uid, ...fields }: StaffMember): Promise<void> {
  const byUid = await actor()
  const found = await getDoc(doc(staff, uid))
  if (!found.exists()) return
  const made: unknown = found.get('logEntry')
  await commit((batch) => {
    batch.delete(doc(staff, uid))
    const reason = staffEntryReason('remove', fields)
    log(batch, removalEntryId(uid, typeof made === 'string' ? made : ''), {
      action: 'staff',
      target: uid,
      byUid,
      reason,
    })
  })
}
