import {
  collection,
  doc,
  documentId,
  getCount,
  getDocs,
  limit,
  orderBy,
  type QueryConstraint,
  type QuerySnapshot,
  query,
  serverTimestamp,
  startAfter,
  Timestamp,
  where,
} from 'firebase/firestore/lite'
import * as v from 'valibot'
import { MAX_SLIPS_PER_BATCH, type Slip, type SlipTerms } from '#domain/slip.ts'
import { commit } from './commit.ts'
import { db } from './firestore.ts'
import { parseSlipDocument, slipRef } from './invites.ts'
import { date, parseOrSkip } from './schemas.ts'

// What people with the right to invite do with slips, a batch at a time.

const BATCHES_PER_PAGE = 20
/** Of so many documents one query can ask. */
const IDS_AT_ONCE = 30

/** A batch of slips, as its entry in the log tells of it. */
export type SlipBatch = {
  readonly id: string
  readonly issuedBy: string
  readonly issuedAt: Date
  readonly purpose: string
}

/** How many slips of a batch there are, are used and are void, and what each of them says: null if that cannot be read. */
export type BatchCounts = {
  readonly terms: SlipTerms | null
  readonly all: number
  readonly used: number
  readonly voided: number
}

const entryRef = (id: string) => doc(db, 'auditLog', id)

const slipsOf = (batch: string, ...constraints: QueryConstraint[]) =>
  query(collection(db, 'invites'), where('batch', '==', batch), ...constraints, limit(MAX_SLIPS_PER_BATCH))

const LEFT = [where('used', '==', false), where('voided', '==', null)]

/** The slips of a batch that are left to use, in the order of their tokens. Costs a read a slip. */
export const readLeft = async (batch: string): Promise<readonly Slip[]> =>
  slipsIn(await getDocs(slipsOf(batch, ...LEFT)))

/** Those of some slips that have been issued, under whatever entry. Costs a read a slip, and at least one for 30. */
export async function readIssued(tokens: readonly string[]): Promise<readonly Slip[]> {
  const some = Array.from({ length: Math.ceil(tokens.length / IDS_AT_ONCE) }, (_, i) =>
    tokens.slice(i * IDS_AT_ONCE, (i + 1) * IDS_AT_ONCE),
  )
  const invites = collection(db, 'invites')
  const found = some.map(async (ids) =>
    slipsIn(await getDocs(query(invites, where(documentId(), 'in', ids), limit(IDS_AT_ONCE)))),
  )
  return (await Promise.all(found)).flat()
}

const slipsIn = ({ docs }: QuerySnapshot): readonly Slip[] =>
  docs.map((found) => parseSlipDocument(found.id, found.data())).filter((slip) => slip !== null)

/** What stands on the slips of a batch and how many are used; null if it has none. Costs 4 reads. */
export async function readCounts(batch: string): Promise<BatchCounts | null> {
  const count = async (...constraints: QueryConstraint[]) =>
    (await getCount(slipsOf(batch, ...constraints))).data().count
  const [one, all, used, left] = await Promise.all([
    getDocs(query(collection(db, 'invites'), where('batch', '==', batch), limit(1))),
    count(),
    count(where('used', '==', true)),
    count(...LEFT),
  ])
  if (all === 0) return null
  const [found] = one.docs
  const terms = found ? parseSlipDocument(found.id, found.data()) : null
  return { terms, all, used, voided: all - used - left }
}

const entrySchema = v.object({ target: v.string(), byUid: v.string(), at: date, reason: v.string() })

/** One page of batches, and where the next one starts: null after the last. */
export type BatchPage = { readonly batches: readonly SlipBatch[]; readonly next: Date | null }

/**
 * The batches of slips, newest first, 20 at a time. Costs a read a batch.
 * @param by whose; null for everybody's
 * @param after the `next` of the page before
 */
export async function readBatches(by: string | null, after: Date | null): Promise<BatchPage> {
  const { docs } = await getDocs(
    query(
      collection(db, 'auditLog'),
      where('action', '==', 'issue-slips'),
      ...(by === null ? [] : [where('byUid', '==', by)]),
      orderBy('at', 'desc'),
      ...(after ? [startAfter(Timestamp.fromDate(after))] : []),
      limit(BATCHES_PER_PAGE),
    ),
  )
  const batches = docs.flatMap((found) => {
    const fields = parseOrSkip(entrySchema, found.ref.path, found.data())
    return fields ? { id: found.id, issuedBy: fields.byUid, issuedAt: fields.at, purpose: fields.reason } : []
  })
  return { batches, next: docs.length === BATCHES_PER_PAGE ? (batches.at(-1)?.issuedAt ?? null) : null }
}

/** The entry of the log about the slips that somebody voided last, and of which batch. Costs a read. */
export async function readLastVoiding(uid: string) {
  const { docs } = await getDocs(
    query(
      collection(db, 'auditLog'),
      where('action', '==', 'void-slips'),
      where('byUid', '==', uid),
      orderBy('at', 'desc'),
      limit(1),
    ),
  )
  const [found] = docs
  const fields = found && parseOrSkip(entrySchema, found.ref.path, found.data())
  return fields ? { id: found.id, batch: fields.target, at: fields.at, reason: fields.reason } : null
}

type Issue = { readonly uid: string; readonly entry: string; readonly purpose: string; readonly terms: SlipTerms }

/**
 * Issues a few slips under an entry of the log, at most as many as `SLIPS_AT_ONCE`.
 * @param isFirst whether the entry is made with them
 */
export const issueSome = ({ uid, entry, purpose, terms }: Issue, tokens: readonly string[], isFirst: boolean) =>
  commit((batch) => {
    if (isFirst) batch.set(entryRef(entry), logEntry('issue-slips', entry, uid, purpose))
    for (const token of tokens) {
      batch.set(slipRef(token), {
        ...terms,
        expiresAt: Timestamp.fromDate(terms.expiresAt),
        batch: entry,
        issuedBy: uid,
        issuedAt: serverTimestamp(),
        used: false,
        voided: null,
      })
    }
  })

type Voiding = { readonly uid: string; readonly entry: string; readonly batch: string; readonly reason: string }

/** Voids a few slips of a batch, as `issueSome` issues them. */
export const voidSome = ({ uid, entry, batch, reason }: Voiding, tokens: readonly string[], isFirst: boolean) =>
  commit((writes) => {
    if (isFirst) writes.set(entryRef(entry), logEntry('void-slips', batch, uid, reason))
    for (const token of tokens) writes.update(slipRef(token), { voided: entry })
  })

const logEntry = (action: 'issue-slips' | 'void-slips', target: string, byUid: string, reason: string) => ({
  action,
  target,
  byUid,
  at: serverTimestamp(),
  reason,
})
