import { setTimeout } from 'node:timers/promises'
import { doc, type Firestore, getDoc, increment, serverTimestamp } from 'firebase/firestore/lite'
import {
  type Firestore as Admin,
  type AggregateQuery,
  type AggregateSpec,
  DocumentReference,
  Query,
  type Transaction,
  type WriteBatch,
} from 'firebase-admin/firestore'
import { noStickers, place, placed, STICKERS, type Stickers, sameStickers } from '#domain/ballot.ts'
import type { Participant } from '#domain/participant.ts'
import { TASK_IDS } from '#domain/plan.ts'
import { ROLES, type Role } from '#domain/roles.ts'
import { SHARDS } from '#domain/stance.ts'
import { readEverything } from '../../../scripts/lib/tallies.ts'
import { randomFor } from '../../../scripts/seed/random.ts'
import { arrive, clientOf, type Load, noLoad } from './arriving.ts'

type Voter = {
  readonly uid: string
  readonly role: Role
  readonly shard: number
  readonly casts: readonly (Stickers | null)[]
}

/** People, what each of them casts one after the other (null: takes it back), and what is there in the end. */
export type Crowd = { readonly voters: readonly Voter[]; readonly expected: { ballots: number; stickers: number } }

const WRITES_IN_BATCH = 400

const random = randomFor('voters')

function someStickers(): Stickers {
  let stickers: Stickers = noStickers()
  const number = 1 + random.below(STICKERS)
  while (placed(stickers) < number) stickers = place(stickers, random.pick(TASK_IDS))
  return stickers
}

async function inBatches<T>(db: Admin, items: readonly T[], fill: (batch: WriteBatch, item: T) => void): Promise<void> {
  for (let from = 0; from < items.length; from += WRITES_IN_BATCH) {
    const batch = db.batch()
    for (const item of items.slice(from, from + WRITES_IN_BATCH)) fill(batch, item)
    await batch.commit()
  }
}

/** Somebody who joined long ago. */
export const participantOf = (uid: string, role: Role): Participant => ({
  uid,
  role,
  verification: 'email',
  district: null,
  level: null,
  lang: 'ko',
  consentVersion: 1,
  joinedAt: new Date(0),
  invite: null,
  lastComment: null,
})

export const seedParticipants = (db: Admin, people: readonly Participant[]): Promise<void> =>
  inBatches(db, people, (batch, { uid, ...record }) => batch.set(db.doc(`participants/${uid}`), record))

/** Makes a plan, an open vote and participants; mostly pupils, as in a voting hour at schools. */
export async function seedCrowd(db: Admin, people: number): Promise<Crowd> {
  const day = 86_400_000
  await db.doc('settings/voting').set({ opensAt: new Date(Date.now() - day), closesAt: new Date(Date.now() + day) })
  for (const id of TASK_IDS) await db.doc(`tasks/${id}`).set({ revision: 1, status: 'open', subtasks: [{ id: 's1' }] })
  const voters = Array.from({ length: people }, (_, index): Voter => {
    const role = random.next() < 0.7 ? 'student' : random.pick(ROLES)
    const casts: (Stickers | null)[] = [someStickers(), someStickers()]
    if (index % 5 === 0) casts.push(null)
    if (index % 10 === 0) casts.push(someStickers())
    return { uid: `voter-${index}`, role, shard: random.below(SHARDS), casts }
  })
  await seedParticipants(
    db,
    voters.map(({ uid, role }) => participantOf(uid, role)),
  )
  const last = voters.map(({ casts }) => casts.at(-1) ?? null)
  return {
    voters,
    expected: {
      ballots: last.filter((stickers) => stickers !== null).length,
      stickers: last.reduce((sum, stickers) => sum + (stickers ? placed(stickers) : 0), 0),
    },
  }
}

/** Casts, changes or (to null) takes back a ballot together with its tally. */
async function castBallot(db: Firestore, { uid, role, shard }: Voter, to: Stickers | null, load: Load): Promise<void> {
  const ballot = doc(db, 'ballots', uid)
  await arrive(
    db,
    {
      read: async () => ((await getDoc(ballot)).get('stickers') as Stickers | undefined) ?? null,
      isDone: (was) => sameStickers(was ?? noStickers(), to ?? noStickers()),
      write(batch, was) {
        const steps = TASK_IDS.map((id) => [id, increment((to?.[id] ?? 0) - (was?.[id] ?? 0))])
        const voters = increment(Number(to !== null) - Number(was !== null))
        if (to) batch.set(ballot, { stickers: to, role, shard, at: serverTimestamp() })
        else batch.delete(ballot)
        const tally = doc(db, 'ballotTallies', `${role}-${shard}`)
        batch.set(tally, { role, voters, ...Object.fromEntries(steps) }, { merge: true })
      },
    },
    load,
  )
}

/** All of them at once, each one ballot after the other. */
export async function castAtOnce(firestore: string, { voters }: Crowd): Promise<Load> {
  const load = noLoad()
  const vote = async (voter: Voter) => {
    const db = clientOf(firestore, voter.uid)
    await setTimeout(Math.random() * 200)
    for (const stickers of voter.casts) await castBallot(db, voter, stickers, load)
  }
  await Promise.all(voters.map(vote))
  return load
}

/** Every ballot counted, and the tallies added up. */
export async function recountIn(db: Admin) {
  const [ballots, tallies] = await Promise.all([db.collection('ballots').get(), db.collection('ballotTallies').get()])
  const sum = (values: readonly number[]) => values.reduce((all, value) => all + value, 0)
  return {
    ballots: ballots.size,
    stickers: sum(ballots.docs.map((one) => placed(one.get('stickers')))),
    voters: sum(tallies.docs.map((one) => one.get('voters'))),
    tallied: sum(tallies.docs.map((one) => placed(one.data() as Stickers))),
  }
}

/** Adds ballots of as many others, past the rules, with their tallies. */
export async function addBallots(db: Admin, number: number): Promise<void> {
  const ballots = Array.from({ length: Math.max(0, number) }, (_, index) => ({
    uid: `other-${index}`,
    role: random.pick(ROLES),
    shard: random.below(SHARDS),
    stickers: someStickers(),
  }))
  await inBatches(db, ballots, (batch, { uid, ...ballot }) =>
    batch.set(db.doc(`ballots/${uid}`), { ...ballot, at: new Date() }),
  )
  const sums = new Map<string, Record<string, number>>()
  for (const { role, shard, stickers } of ballots) {
    const sum = sums.get(`${role}-${shard}`) ?? { voters: 0, ...noStickers() }
    for (const id of TASK_IDS) sum[id] = (sum[id] ?? 0) + stickers[id]
    sum.voters = (sum.voters ?? 0) + 1
    sums.set(`${role}-${shard}`, sum)
  }
  for (const [name, sum] of sums) {
    const tally = db.doc(`ballotTallies/${name}`)
    const before = (await tally.get()).data() ?? {}
    const all = Object.fromEntries(Object.entries(sum).map(([field, value]) => [field, value + (before[field] ?? 0)]))
    await tally.set({ role: name.split('-')[0], ...all })
  }
}

/**
 * What Firestore would charge for what a publication asks: a read a document, and for sums and counts one for every
 * thousand documents they go over, at least one.
 */
export async function publicationReads(db: Admin): Promise<{ reads: number; recount: number }> {
  const asked = { reads: 0, recount: 0 }
  const priceOf = async (query: Query) => Math.max(1, Math.ceil((await query.count().get()).data().count / 1000))
  const get = async (target: DocumentReference | Query | AggregateQuery<AggregateSpec>) => {
    if (target instanceof DocumentReference) {
      asked.reads += 1
      return target.get()
    }
    if (target instanceof Query) {
      const found = await target.get()
      asked.reads += Math.max(1, found.size)
      return found
    }
    const isRecount = /^(ballots|stances)$/.test(pathOf(target.query).split('/').at(-1) ?? '')
    const price = await priceOf(target.query)
    asked[isRecount ? 'recount' : 'reads'] += price
    return target.get()
  }
  await readEverything(db, { get } as unknown as Transaction, undefined)
  return asked
}

const pathOf = (query: Query): string => ('path' in query ? String(query.path) : '')
