import { collection, doc, getDoc, getDocs, limit, query } from 'firebase/firestore/lite'
import { removalEntryId, staffEntryReason } from '#domain/audit.ts'
import type { StaffMember } from '#domain/staff.ts'
import { commit } from './commit.ts'
import { DataError, toDataError } from './errors.ts'
import { db } from './firestore.ts'
import { STAFF_PAGE } from './in-order.ts'
import { actor, log } from './log-entry.ts'
import { parseOrSkip } from './schemas.ts'
import { staffSchema } from './staff.ts'
import { beginSending, sendOnce } from './unanswered.ts'

const staff = () => collection(db, 'staff')

/** Everybody who works here, for reviewers and managers. Costs a read a person. */
export async function readStaffList(): Promise<readonly StaffMember[]> {
  const { docs } = await getDocs(query(staff(), limit(STAFF_PAGE)))
  return docs.flatMap((found): StaffMember[] => {
    const fields = parseOrSkip(staffSchema, found.ref.path, found.data())
    return fields ? [{ uid: found.id, ...fields }] : []
  })
}

/**
 * @throws DataError `conflict` if another manager has written in the meantime, `missing` if the record is gone, `taken` if one
 *   that is to be added is there
 */
async function write(action: 'add' | 'change', { uid, logEntry: follows, ...fields }: StaffMember): Promise<void> {
  const byUid = await actor()
  const sending = beginSending(byUid, `staff:${uid}`, [action, follows, fields])
  const there = action === 'add' ? await readStaffMember(uid) : null
  if (there && there.logEntry !== sending.entry) {
    sending.answered()
    throw new DataError('taken')
  }
  try {
    await sendOnce(
      sending,
      (batch, logEntry) => {
        batch.set(doc(staff(), uid), { ...fields, follows, logEntry })
        log(batch, logEntry, { action: 'staff', target: uid, byUid, reason: staffEntryReason(action, fields) })
      },
      async () => (await readStaffMember(uid))?.logEntry,
    )
  } catch (error) {
    throw await whyRefused(error, uid, follows)
  }
}

/** Why a record was not written. @param seen the entry about it as it was seen */
async function whyRefused(error: unknown, uid: string, seen: string | null): Promise<DataError> {
  const failure = toDataError(error)
  if (failure.kind !== 'refused' && failure.kind !== 'conflict') return failure
  const now = await readStaffMember(uid)
  if (!now && seen !== null) return new DataError('missing')
  return now && now.logEntry !== seen ? new DataError('conflict') : failure
}

/** Whose record it is, if there is one already. Costs 1 read. */
async function readStaffMember(uid: string): Promise<StaffMember | null> {
  const found = await getDoc(doc(staff(), uid))
  const fields = found.exists() ? parseOrSkip(staffSchema, found.ref.path, found.data()) : null
  return fields && { uid, ...fields }
}

/**
 * Gives somebody a staff record, with an entry in the log.
 * @throws DataError `taken` if the person has one already …
 */
export const addStaff = (member: StaffMember): Promise<void> => write('add', member)

/**
 * Changes what a record says, with an entry in the log. One's own right to manage stays.
 * @param member upon the record that its `logEntry` speaks of
 * @throws DataError `conflict` if another manager has changed it in the meantime, `missing` if it was taken away …
 */
export const changeStaff = (member: StaffMember): Promise<void> => write('change', member)

/**
 * Takes a record away, and all rights with it at once, with an entry in the log. Nobody removes themselves.
 * @param member as it was seen
 * @throws DataError `conflict` if another manager has changed it in the meantime …
 */
export async function removeStaff({ uid, logEntry, ...fields }: StaffMember): Promise<void> {
  const byUid = await actor()
  const reason = staffEntryReason('remove', fields)
  try {
    await commit((batch) => {
      batch.delete(doc(staff(), uid))
      log(batch, removalEntryId(uid, logEntry ?? ''), { action: 'staff', target: uid, byUid, reason })
    })
  } catch (error) {
    const failure = await whyRefused(error, uid, logEntry)
    // Gone is gone, whoever was faster.
    if (failure.kind !== 'missing') throw failure
  }
}
