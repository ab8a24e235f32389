import {
  type DocumentData,
  type Firestore,
  type Query,
  type QueryDocumentSnapshot,
  Timestamp,
} from 'firebase-admin/firestore'
import { parseStaffReason, removalEntryId } from '#domain/audit.ts'
import type { CatchUp } from './catch-up.ts'
import { pages } from './rebuild.ts'
import { reportsOf } from './sums.ts'

// What the log says of comments, of staff and of slips, done again where a restoration has brought back what was before.
// Entries are named after what they speak of, and never change: so what is older than its newest entry could not be
// hidden, dismissed or voided once more, since that entry is there already.

const ACTIONS = ['hide', 'restore', 'staff', 'void-slips']

/** The entries that are done again. */
export const entriesOf = (db: Firestore): Query => db.collection('auditLog').where('action', 'in', ACTIONS)

/** The slips of a batch that can still be claimed. */
export const slipsLeft = (db: Firestore, batch: string): Query =>
  db.collection('invites').where('batch', '==', batch).where('used', '==', false).where('voided', '==', null)

/** How long the rules let an entry about slips speak. */
const ENTRY_SPEAKS_MS = 10 * 60_000

/**
 * What may be older than the log. Costs a read for every entry about a decision, a record of staff or voided slips,
 * and one for every report of a comment that is decided about again.
 * @param asOf the moment that the backup is of, in milliseconds
 */
export async function logSteps(db: Firestore, asOf: number): Promise<readonly CatchUp[]> {
  const decisions = new Map<string, Decision>()
  const people = new Map<string, Map<string, Entry>>()
  const voidings = new Map<string, Entry>()
  for await (const document of pages(entriesOf(db))) {
    const entry = entryIn(document)
    const { action, target } = entry
    if (action === 'staff') people.set(target, (people.get(target) ?? new Map()).set(entry.id, entry))
    else if (action === 'void-slips') voidings.set(target, later(entry, voidings.get(target)))
    else {
      const number = Number(entry.id.split('~')[1])
      if (number > (decisions.get(target)?.number ?? 0)) decisions.set(target, { ...entry, number })
    }
  }
  return [
    ...[...people].map(([uid, entries]) => staffStep(db, uid, entries)),
    ...[...decisions.values()].map((decision) => decisionStep(db, decision)),
    ...[...voidings.values()].map((entry) => voidingStep(db, entry, asOf)),
  ]
}

type Entry = {
  readonly id: string
  readonly action: string
  readonly target: string
  readonly reason: string
  /** In milliseconds. */
  readonly at: number
}
type Decision = Entry & { readonly number: number }

function entryIn(document: QueryDocumentSnapshot): Entry {
  const { action, target = '', reason = '', at } = document.data()
  return { id: document.id, action, target, reason, at: millisOf(at) }
}

const later = (one: Entry, other: Entry | undefined): Entry => (other && other.at > one.at ? other : one)

/**
 * What somebody has decided since about a comment holds again, and so it does of the reports that were there by then. What its
 * author has taken back nobody decides about.
 */
function decisionStep(db: Firestore, { action, target, reason, number, at }: Decision): CatchUp {
  const ref = db.doc(`tasks/${target.split('-')[0]}/comments/${target}`)
  const isHidden = action === 'hide'
  const fields: DocumentData = isHidden
    ? { status: 'hidden', hiddenReason: reason }
    : { status: 'visible', hiddenReason: null }
  return async (transaction) => {
    const comment = (await transaction.get(ref)).data()
    if (!comment || comment.status === 'withdrawn' || (comment.moderations ?? 0) >= number) return null
    const edits: number = comment.edits ?? 0
    const changed = await transaction.get(ref.collection('edits').doc(String(edits + 1)))
    const reports = (await transaction.get(reportsOf(ref).select('at'))).docs.filter(
      (it) => millisOf(it.get('at')) <= at,
    )
    // Made upon words that have not come back, it says nothing of these: their reports are still to be looked at.
    const isOfTheseWords = !changed.exists || millisOf(changed.get('at')) > at
    const decided = isOfTheseWords ? { decided: { reports: reports.length, edits } } : {}
    transaction.update(ref, { ...fields, ...decided, moderations: number })
    return { said: `${ref.path}: ${isHidden ? 'hidden' : 'to be read'} again`, paths: [ref.path] }
  }
}

/** Who was dismissed since is so again; who has other rights since has them again. */
function staffStep(db: Firestore, uid: string, entries: ReadonlyMap<string, Entry>): CatchUp {
  const ref = db.doc(`staff/${uid}`)
  const newest = [...entries.values()].reduce((one, other) => later(one, other))
  return async (transaction) => {
    const record = await transaction.get(ref)
    const last: string = record.get('logEntry') ?? ''
    if (!record.exists || last === newest.id) return null
    const toLookAt = (why: string) => ({ said: `${ref.path}: look at its rights, ${why}`, paths: [] })
    // An entry that the log has lost may be the newest: nothing is guessed about a record that names such a one, or none.
    const isKnown = entries.has(last) || entries.has(removalEntryId(uid, last))
    if (!isKnown) return toLookAt('for which it names no entry of the log')
    if (newest.id.startsWith(removalEntryId(uid, ''))) {
      transaction.delete(ref)
      return { said: `${ref.path}: dismissed again`, paths: [ref.path] }
    }
    const said = parseStaffReason(newest.reason)
    // It goes on naming its own entry: so the next run says this too, until somebody has given it a newer one.
    if (!said) return toLookAt('which a script gave')
    transaction.update(ref, {
      canReview: said.rights.includes('canReview'),
      canEdit: said.rights.includes('canEdit'),
      canInvite: said.rights.includes('canInvite'),
      canManage: said.rights.includes('canManage'),
      logEntry: newest.id,
    })
    return { said: `${ref.path}: has the rights of the log again`, paths: [ref.path] }
  }
}

/**
 * Slips that can be claimed once more are void again: those that the batch had when it was voided and that were written since,
 * which only a restoration does with a slip that is neither used nor void. A voiding may have stopped half-way, and slips may be
 * added to a batch after it: those are as they were, and good. So are those of a backup that is younger than the voiding.
 */
function voidingStep(db: Firestore, { id, target, at }: Entry, asOf: number): CatchUp {
  return async (transaction) => {
    if (asOf > at + ENTRY_SPEAKS_MS) return null
    const { docs } = await transaction.get(slipsLeft(db, target))
    const back = docs.filter((slip) => millisOf(slip.get('issuedAt')) <= at && slip.updateTime.toMillis() > at)
    if (back.length === 0) return null
    const slips = `invites of the batch ${target}`
    if (asOf >= at) {
      return {
        said: `${slips}: look at ${back.length} that can be claimed: the backup is of while it was voided`,
        paths: [],
      }
    }
    for (const slip of back) transaction.update(slip.ref, { voided: id })
    return { said: `${slips}: ${back.length} void again`, paths: back.map(({ ref }) => ref.path) }
  }
}

const millisOf = (at: unknown): number => (at instanceof Timestamp ? at.toMillis() : 0)
