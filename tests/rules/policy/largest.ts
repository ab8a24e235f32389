import { beginning, draft, revising, subtask } from '../helpers/planning.ts'
import { answering, hiding, reviewing } from '../helpers/reviewing.ts'
import { issuing, slip, T1, voiding } from '../helpers/slips.ts'
import { REPLY, replying } from '../helpers/talk.ts'
import { C1, comment, commenting, commentPath, editing } from '../helpers/voices.ts'
import type { Write } from '../helpers/writes.ts'
import { signed } from './rows.ts'
import { C3, NEW } from './world.ts'

/** What makes a write ask more of the rules than it does in the table, and what has to be there for it. */
export type Largest = { readonly world?: readonly Write[]; readonly writes: (uid: string) => readonly Write[] }

const TEN = Array.from({ length: 10 }, (_, i) => subtask(`s${i + 1}`))
const TASK_OF_TEN: Write = { path: 'tasks/t1', update: { subtasks: TEN } }
const SHOWS_LEVEL: Write = { path: 'participants/participant', update: { level: 'middle', consentVersion: 3 } }

const numbered = (number: number): string[] =>
  Array.from({ length: number }, (_, i) => `t1-NumberedNumbered${String(i).padStart(4, '0')}`)
const citing = (ids: readonly string[]): object => Object.fromEntries(ids.map((id) => [id, 's10']))
const tokens = (number: number): string[] => [
  T1,
  ...Array.from({ length: number - 1 }, (_, i) => `TokenTokenTokenToken1${i}`),
]

const comments = (ids: readonly string[]): Write[] =>
  ids.map((id) => ({ path: commentPath(id), set: comment('third') }))
const edits = (number: number): string[] =>
  Array.from({ length: number }, (_, i) => `${commentPath(C1)}/edits/${i + 1}`)

/** By the names of the table: the most that the product sends in one batch, or what its rules look at longest. */
export const LARGEST: Readonly<Record<string, Largest>> = {
  // Ten subtasks, and as many citations as there may be.
  'Tasks of the plan, create: first revision': {
    writes: (uid) => [
      ...beginning(uid, { subtasks: TEN, citations: citing(numbered(20).map((id) => id.replace('t1', 't2'))) }),
      { path: 'drafts/t2', set: draft(uid, { content: '' }) },
    ],
  },
  'Tasks of the plan, update: next revision': {
    writes: (uid) => [
      ...revising(uid, { subtasks: TEN, citations: citing(numbered(20)) }),
      { path: 'drafts/t1', set: draft(uid, { version: 2, content: '' }) },
    ],
  },
  // On the last subtask, by somebody who has agreed to show their level.
  'Comments that can be seen, create': {
    world: [TASK_OF_TEN, SHOWS_LEVEL],
    writes: (uid) => commenting(uid, { subtaskId: 's10', level: 'middle' }, NEW),
  },
  'Comments that can be seen, create: a reply': {
    world: [TASK_OF_TEN, SHOWS_LEVEL],
    writes: (uid) => replying(uid, { subtaskId: 's10', level: 'middle' }, REPLY, C3),
  },
  // For the eighth time, and what was edited eight times.
  'Comments that can be seen, update: other words': {
    world: [{ path: commentPath(C1), update: { edits: 7 } }],
    writes: () => editing({}, {}, 8),
  },
  'Comments that can be seen, update: withdraw': {
    world: [
      { path: commentPath(C1), update: { edits: 8 } },
      ...edits(8).map((path): Write => ({ path, set: { text: '글' } })),
    ],
    writes: () => [
      { path: commentPath(C1), update: { status: 'withdrawn', text: '', translation: null } },
      ...edits(8).map((path): Write => ({ path, remove: true })),
    ],
  },
  // Several at once, as many as the client puts into a batch.
  'Comments that can be seen, update: hide': {
    world: comments(numbered(4)),
    writes: (uid) =>
      signed(
        uid,
        numbered(4).flatMap((id) => hiding(1, id)),
      ),
  },
  'Official answers, create': {
    world: comments(numbered(4)),
    writes: (uid) =>
      signed(
        uid,
        numbered(4).flatMap((id, i) => answering({}, id, `LogLogLogLogLogLog1${i}`)),
      ),
  },
  'What reviewers note of a comment, create': {
    world: comments(numbered(10)),
    writes: (uid) =>
      numbered(10).map((id) => reviewing({ byUid: uid, themes: numbered(5).map((name) => name.slice(3)) }, id)),
  },
  'Slips, create': { writes: (uid) => signed(uid, issuing({ issuedBy: uid }, tokens(10).slice(1))) },
  'Slips, update: void': {
    world: tokens(9).map((token): Write => ({ path: `invites/${token}`, set: slip() })),
    writes: (uid) => signed(uid, voiding({}, tokens(9))),
  },
}
