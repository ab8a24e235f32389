import {
  type DocumentReference,
  type DocumentSnapshot,
  FieldPath,
  type Firestore,
  type Query,
  type QueryDocumentSnapshot,
} from 'firebase-admin/firestore'
import { phaseOf } from '#domain/ballot.ts'
import { UserError } from './cli.ts'
import { Progress } from './progress.ts'
import type { Numbers, Sums } from './sums.ts'
import { pause } from './wait.ts'

/** A document whose sums are not those of what it sums up, with the fields that differ. */
export type Difference = {
  readonly path: string
  readonly fields: readonly { readonly name: string; readonly held: unknown; readonly counted: unknown }[]
}

/** @property strays paths of what is summed up nowhere, although it should be */
type Found = { readonly differences: readonly Difference[]; readonly strays: readonly string[] }

const PAGE = 500
/** Documents that are looked at once more at the same time. */
const AT_ONCE = 20
const TRIES = 20
const PAUSE_MS = 100
/** gRPC's NOT_FOUND, ALREADY_EXISTS, FAILED_PRECONDITION and ABORTED: somebody has written the document since it was read. */
const CHANGED_MEANWHILE = [5, 6, 9, 10]

/** Whether ballots are taken now. */
export async function isVotingOpen(db: Firestore): Promise<boolean> {
  const voting = (await db.doc('settings/voting').get()).data()
  if (!voting) return false
  return phaseOf({ opensAt: voting.opensAt.toDate(), closesAt: voting.closesAt.toDate() }, new Date()) === 'open'
}

/**
 * Counts everything one by one, and finds the sums that say something else; people may go on meanwhile. Every vote moves its
 * sum in the same batch: so a sum that was not written while its votes were counted is to be what was counted.
 * @param apply whether to put them right as well
 */
export async function rebuild(db: Firestore, sums: Sums, apply: boolean): Promise<Found> {
  const queries = [...sums.summed.map(({ all }) => all), sums.documents]
  const sizes = await Promise.all(queries.map(async (query) => (await query.count().get()).data().count))
  const progress = new Progress(
    sums.title,
    sizes.reduce((all, size) => all + size, 0),
  )
  // By Firestore's clock, as everything it is compared with.
  const began = (await db.doc('settings/voting').get()).readTime
  const counted = new Map<string, Record<string, number>>()
  const strays: string[] = []
  for (const { all, shareOf } of sums.summed) {
    for await (const document of pages(all)) {
      progress.advance(1)
      const share = shareOf(document)
      if (share === 'stray') strays.push(document.ref.path)
      else if (share) add(counted, share.in, share.numbers)
    }
  }
  const suspects: DocumentReference[] = []
  for await (const sum of pages(sums.documents)) {
    progress.advance(1)
    const isMoving = sum.updateTime >= began
    if (isMoving || differing(sums, sum, counted.get(sum.ref.path)).length > 0) suspects.push(sum.ref)
    counted.delete(sum.ref.path)
  }
  if (sums.areTallies) suspects.push(...[...counted.keys()].map((path) => db.doc(path)))
  progress.end()
  const differences: Difference[] = []
  for (let next = 0; next < suspects.length; next += AT_ONCE) {
    const some = suspects.slice(next, next + AT_ONCE)
    const looked = await Promise.all(some.map((ref) => settle(sums, ref, apply)))
    differences.push(...looked.filter((difference) => difference !== null))
  }
  return { differences, strays }
}

/** What one document sums up, counted anew until nobody votes meanwhile. @returns how it differed, or null */
async function settle(sums: Sums, ref: DocumentReference, apply: boolean): Promise<Difference | null> {
  for (let tries = 0; tries < TRIES; tries++) {
    // Before what it sums up: who votes from here on writes it again.
    const held = await ref.get()
    if (!held.exists && !sums.areTallies) return null
    const counted = new Map<string, Record<string, number>>()
    for (const { of, shareOf } of sums.summed) {
      for await (const document of pages(of(ref))) {
        const share = shareOf(document)
        if (share && share !== 'stray') add(counted, share.in, share.numbers)
      }
    }
    const fields = differing(sums, held, counted.get(ref.path))
    if (fields.length === 0) return null
    if (apply ? await isPutRight(held, fields) : await isUnchanged(held)) return { path: ref.path, fields }
    await pause(PAUSE_MS * (1 + Math.random()))
  }
  throw new UserError(
    `${ref.path} is written more often than what it sums up can be counted: begin again when fewer people vote.`,
  )
}

/** Writes what was counted, unless somebody has written the document since. */
async function isPutRight({ ref, updateTime }: DocumentSnapshot, fields: Difference['fields']): Promise<boolean> {
  const wanted = Object.fromEntries(fields.map(({ name, counted }) => [name, counted]))
  try {
    await (updateTime ? ref.update(wanted, { lastUpdateTime: updateTime }) : ref.create(wanted))
    return true
  } catch (error) {
    if (!CHANGED_MEANWHILE.includes((error as { code?: number }).code ?? 0)) throw error
    return false
  }
}

async function isUnchanged({ ref, updateTime }: DocumentSnapshot): Promise<boolean> {
  const now = (await ref.get()).updateTime
  return now && updateTime ? now.isEqual(updateTime) : now === updateTime
}

function differing(sums: Sums, held: DocumentSnapshot, counted: Numbers = {}): Difference['fields'] {
  const group = sums.areTallies ? { role: held.ref.id.split('-')[0] } : {}
  // A tally that nobody has written is one of zeros.
  if (!held.exists && Object.keys(counted).length === 0) return []
  return Object.entries({ ...group, ...sums.none, ...counted })
    .map(([name, counted]) => ({ name, held: held.get(name) as unknown, counted }))
    .filter(({ held, counted }) => held !== counted)
}

function add(counted: Map<string, Record<string, number>>, path: string, numbers: Numbers): void {
  const sum = counted.get(path) ?? {}
  for (const [name, by] of Object.entries(numbers)) sum[name] = (sum[name] ?? 0) + by
  counted.set(path, sum)
}

/** All documents of a query, page by page. */
export async function* pages(query: Query): AsyncGenerator<QueryDocumentSnapshot> {
  const first = inOrder(query)
  let last: QueryDocumentSnapshot | undefined
  do {
    const { docs } = await (last ? first.startAfter(last) : first).get()
    yield* docs
    last = docs.length === PAGE ? docs.at(-1) : undefined
  } while (last)
}

/** A page of it, in an order that needs no index. */
export const inOrder = (query: Query): Query => query.orderBy(FieldPath.documentId()).limit(PAGE)
