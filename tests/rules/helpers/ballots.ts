import { collection, type DocumentData, getDocs, increment, serverTimestamp, Timestamp } from 'firebase/firestore/lite'
import { noStickers, type Stickers } from '#domain/ballot.ts'
import { TASK_IDS } from '#domain/plan.ts'
import type { Role } from '#domain/roles.ts'
import { admin } from './emulator.ts'
import { seed } from './people.ts'
import type { Recount } from './recount.ts'
import type { Write } from './writes.ts'

export type Place = { readonly role?: Role; readonly shard?: number }

export const ballotPath = (uid: string): string => `ballots/${uid}`

export const ballotTallyPath = ({ role = 'student', shard = 3 }: Place = {}): string => `ballotTallies/${role}-${shard}`

/** Stickers on the named tasks, none on the others. */
export const on = (stickers: Partial<Stickers>): Stickers => ({ ...noStickers(), ...stickers })

export const ballot = (stickers: Stickers, { role = 'student', shard = 3 }: Place = {}): DocumentData => ({
  stickers,
  role,
  shard,
  at: serverTimestamp(),
})

/** How the tally moves when somebody goes from one ballot (null: none) to another. */
export const ballotMove = (from: Stickers | null, to: Stickers | null, role: Role = 'student'): DocumentData => ({
  role,
  voters: increment(Number(to !== null) - Number(from !== null)),
  ...Object.fromEntries(TASK_IDS.map((id) => [id, increment((to?.[id] ?? 0) - (from?.[id] ?? 0))])),
})

/** Casting, changing or (to null) taking back a ballot, as the client does it: the ballot and its tally in one batch. */
export const casting = (
  uid: string,
  to: Stickers | null,
  from: Stickers | null = null,
  place: Place = {},
): [Write, Write] => [
  to === null ? { path: ballotPath(uid), remove: true } : { path: ballotPath(uid), set: ballot(to, place) },
  { path: ballotTallyPath(place), merge: ballotMove(from, to, place.role) },
]

const DAY = 86_400_000

/** Ballots are taken since yesterday and until tomorrow. */
export const voting = (changes: DocumentData = {}): DocumentData => ({
  opensAt: Timestamp.fromMillis(Date.now() - DAY),
  closesAt: Timestamp.fromMillis(Date.now() + DAY),
  ...changes,
})

export const seedVoting = (changes: DocumentData = {}): Promise<void> => seed('settings/voting', voting(changes))

const records = async (path: string): Promise<DocumentData[]> =>
  (await getDocs(collection(admin(), path))).docs.map((snapshot) => snapshot.data())

/** The ballots added up one by one, and the tallies: by role and field, as `student t1: 3`, only those above zero. */
export async function recountBallots(): Promise<{ counted: Recount; tallied: Recount }> {
  const [counted, tallied]: [Recount, Recount] = [{}, {}]
  const add = (counts: Recount, role: string, fields: DocumentData) => {
    for (const [field, by] of Object.entries(fields)) {
      if (by !== 0) counts[`${role} ${field}`] = (counts[`${role} ${field}`] ?? 0) + Number(by)
    }
  }
  for (const { role, stickers } of await records('ballots')) add(counted, role, { voters: 1, ...stickers })
  for (const { role, ...fields } of await records('ballotTallies')) add(tallied, role, fields)
  return { counted, tallied }
}
