import { collection, type QueryDocumentSnapshot, where } from 'firebase/firestore/lite'
import * as v from 'valibot'
import { AUDIT_ACTIONS, type AuditAction, type AuditEntry } from '#domain/audit.ts'
import { db } from './firestore.ts'
import { readInOrder, readSince, type TimeCursor, type TimePage } from './in-order.ts'
import { date, parseOrSkip } from './schemas.ts'

const ENTRIES_PER_PAGE = 20

const entrySchema = v.object({
  action: v.picklist(AUDIT_ACTIONS),
  target: v.string(),
  byUid: v.string(),
  at: date,
  reason: v.string(),
})

const entries = collection(db, 'auditLog')

function parse(found: QueryDocumentSnapshot): AuditEntry | null {
  const fields = parseOrSkip(entrySchema, found.ref.path, found.data())
  return fields && { id: found.id, ...fields }
}

/**
 * What staff have done, the newest first, 20 at a time. Costs a read an entry, and at least one.
 * @param after the `next` of the page before
 * @param action null for all
 * @param target to one thing alone; then without an action
 */
export const readAuditLog = (
  after: TimeCursor | null,
  action: AuditAction | null = null,
  target: string | null = null,
): Promise<TimePage<AuditEntry>> => {
  const filters = [
    ...(action === null ? [] : [where('action', '==', action)]),
    ...(target === null ? [] : [where('target', '==', target)]),
  ]
  return readInOrder(entries, { by: 'at', direction: 'desc', perPage: ENTRIES_PER_PAGE, filters }, after, parse)
}

/**
 * What staff have done since a moment. Costs a read an entry, and at least one. An open list of comments learns from it
 * which to read again.
 */
export const readAuditSince = (at: Date): Promise<readonly AuditEntry[]> => readSince(entries, 'at', at, parse)

/** What staff have done to one thing, the newest first, 20 at most. Costs a read an entry, and at least one. */
export const readAuditAbout = async (target: string): Promise<readonly AuditEntry[]> =>
  (await readAuditLog(null, null, target)).items
