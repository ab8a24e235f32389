import { setTimeout } from 'node:timers/promises'
import type { Firestore as Admin, WriteBatch } from 'firebase-admin/firestore'
import { noStickers, place, placed, STICKERS, type Stickers, sameStickers } from '#domain/ballot.ts'
import type { Participant } from '#domain/participant.ts'
import { TASK_IDS } from '#domain/plan.ts'
import { ROLES, type Role } from '#domain/roles.ts'
import { SHARDS } from '#domain/stance.ts'
import { randomFor } from '../../../scripts/seed/random.ts'
import { clientOf, type Load, noLoad, outboxOf } from './arriving.ts'

/** Somebody, and what they cast one after the other; without a sticker, they take it back. */
type Voter = { readonly me: Participant; readonly casts: readonly Stickers[] }

const WRITES_IN_BATCH = 400

/** Within so long a thousand begin, as classes of many schools do: all in one moment would be more than one machine can answer. */
const ARRIVAL_MS = 60_000

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
export async function seedVoters(db: Admin, people: number): Promise<readonly Voter[]> {
  const day = 86_400_000
  await db.doc('settings/voting').set({ opensAt: new Date(Date.now() - day), closesAt: new Date(Date.now() + day) })
  for (const id of TASK_IDS) await db.doc(`tasks/${id}`).set({ revision: 1, status: 'open', subtasks: [{ id: 's1' }] })
  const voters = Array.from({ length: people }, (_, index): Voter => {
    const role = random.next() < 0.7 ? 'student' : random.pick(ROLES)
    const casts = [someStickers(), someStickers()]
    if (index % 5 === 0) casts.push(noStickers())
    if (index % 10 === 0) casts.push(someStickers())
    return { me: participantOf(`voter-${index}`, role), casts }
  })
  await seedParticipants(
    db,
    voters.map(({ me }) => me),
  )
  return voters
}

/** All of them within a minute, each one ballot after the other. @param pace how many times faster they come than people do */
export async function castAtOnce(
  firestore: string,
  voters: readonly Voter[],
  patience: number,
  pace: number,
): Promise<Load> {
  const load = noLoad()
  const vote = async ({ me, casts }: Voter) => {
    const send = outboxOf(me, clientOf(firestore, me.uid), patience, load)
    await setTimeout((Math.random() * ARRIVAL_MS) / pace)
    for (const stickers of casts) await send({ kind: 'ballot', stickers })
  }
  await Promise.all(voters.map(vote))
  return load
}

/** What is missing, doubled or miscounted, each in words: every voter's ballot, and every number of every group. */
export async function wrongVotes(db: Admin, voters: readonly Voter[]): Promise<string[]> {
  const [ballots, tallies] = await Promise.all([db.collection('ballots').get(), db.collection('ballotTallies').get()])
  const wrong: string[] = []
  const cast = voters.flatMap(({ me, casts }) => {
    const stickers = casts.at(-1) ?? noStickers()
    return placed(stickers) > 0 ? [{ me, stickers }] : []
  })
  if (ballots.size !== cast.length) wrong.push(`ballots: ${ballots.size}, not ${cast.length}`)
  const byUid = new Map(ballots.docs.map((one) => [one.id, one]))
  for (const { me, stickers } of cast) {
    const stored = byUid.get(me.uid)
    const isThere = stored?.get('role') === me.role && sameStickers(stored.get('stickers'), stickers)
    if (!isThere) wrong.push(`the ballot of ${me.uid}: ${JSON.stringify(stored?.data())}`)
  }
  for (const role of ROLES) {
    const theirs = cast.filter(({ me }) => me.role === role)
    const tallied = tallies.docs.filter((one) => one.get('role') === role)
    const sum = (field: string) => tallied.reduce((all, one) => all + one.get(field), 0)
    const expect = (field: string, expected: number) => {
      if (sum(field) !== expected) wrong.push(`${field} of ${role}: ${sum(field)}, not ${expected}`)
    }
    expect('voters', theirs.length)
    for (const id of TASK_IDS) {
      expect(
        id,
        theirs.reduce((all, { stickers }) => all + stickers[id], 0),
      )
    }
  }
  return wrong
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
