import { type DocumentData, serverTimestamp, Timestamp } from 'firebase/firestore/lite'
import { noStickers } from '#domain/ballot.ts'
import { TASK_IDS } from '#domain/plan.ts'
import { ROLES } from '#domain/roles.ts'
import { seed } from './people.ts'
import type { Write } from './writes.ts'

export const ENTRY = 'PpUuBbLlIiSsHhEeDd01'

const nobody = Object.fromEntries(ROLES.map((role) => [role, null]))
const stances = { agree: 5, unsure: 1, disagree: 2 }

export const taskResult = (changes: DocumentData = {}): DocumentData => ({
  revision: 1,
  voices: 12,
  subtaskVoices: { first: 3 },
  status: 'open',
  turnsAt: null,
  total: stances,
  groups: { ...nobody, student: stances },
  ...changes,
})

/** The second publication, by a reviewer; the first is the script's, and is there. */
export const publication = (changes: DocumentData = {}): DocumentData => ({
  number: 2,
  publishedAt: serverTimestamp(),
  logEntry: ENTRY,
  recount: { at: Timestamp.fromMillis(0), stances: 48, tallied: 48, ballots: 8, ballotsTallied: 8 },
  tasks: Object.fromEntries(TASK_IDS.map((id) => [id, taskResult()])),
  stickers: { total: { voters: 8, ...noStickers(), t2: 31 }, groups: nobody },
  ...changes,
})

export const commonGround = (changes: DocumentData = {}): DocumentData => ({
  number: 2,
  publishedAt: serverTimestamp(),
  tasks: Object.fromEntries(TASK_IDS.map((id) => [id, { shared: [], dividing: [] }])),
  ...changes,
})

export const logged = (byUid: string, changes: DocumentData = {}): Write => ({
  path: `auditLog/${ENTRY}`,
  set: {
    action: 'publish-results',
    target: '000002',
    byUid,
    at: serverTimestamp(),
    reason: '회의 전에 공개',
    ...changes,
  },
})

/** Publishing, as a reviewer's browser does it: all in one batch. */
export const publishing = (byUid: string, results: DocumentData = publication()): [Write, Write, Write, Write] => [
  { path: 'results/000002', set: results },
  { path: 'results/current', set: results },
  { path: 'results/common-ground', set: commonGround() },
  logged(byUid),
]

/** What the script has published. */
export async function seedPublication(changes: DocumentData = {}): Promise<void> {
  const first = { ...publication({ number: 1, logEntry: null, publishedAt: Timestamp.fromMillis(0) }), ...changes }
  await seed('results/000001', first)
  await seed('results/current', first)
  await seed('results/common-ground', commonGround({ number: 1, publishedAt: Timestamp.fromMillis(0) }))
}
