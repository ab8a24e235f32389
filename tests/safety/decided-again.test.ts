import { beforeEach, expect, it, vi } from 'vitest'
import { hideComments, restoreComments } from '#data/moderation.ts'
import { type Comment, isCollapsed, openReports } from '#domain/comment.ts'
import { backUp } from '../../scripts/lib/backup.ts'
import { catchUp } from '../../scripts/lib/catch-up.ts'
import { rebuild } from '../../scripts/lib/rebuild.ts'
import { restore } from '../../scripts/lib/restore.ts'
import { commentSums } from '../../scripts/lib/sums.ts'
import { onEmulator, signedIn } from '../rules/helpers/emulator.ts'
import { seedParticipant, seedStaff } from '../rules/helpers/people.ts'
import { reporting } from '../rules/helpers/talk.ts'
import { C1, C2, commentPath, editing, seedComment, seedTask } from '../rules/helpers/voices.ts'
import { commit } from '../rules/helpers/writes.ts'
import { admin, database } from './helpers/emulator.ts'
import { newFolder } from './helpers/folders.ts'

// A comment that was reported and decided about after a backup, and came back: which of its reports are still to be looked at.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 })
const here = vi.hoisted(() => ({ db: undefined as unknown }))
vi.mock('#data/firestore.ts', () => ({
  get db() {
    return here.db
  },
}))
vi.mock('#data/session.ts', () => ({ currentUser: async () => ({ uid: 'reviewer' }) }))

onEmulator()

const { db } = admin
const PEOPLE = ['jun', 'hana', 'duri', 'sora']
const stored = async () => (await db.doc(commentPath(C1)).get()).data() as Comment
const report = (uid: string, id = C1) => commit(signedIn(uid), reporting(uid, {}, id))
const edit = async (n: number) => {
  const { text } = await stored()
  await commit(signedIn('mina'), editing({ text: `고친 글 ${n}` }, { text }, n))
}
const decide = async () => {
  const seen = async () => ({ ...(await stored()), id: C1, taskId: 't1' }) as const
  const done = { done: [C1], failed: [] }
  expect(await hideComments([await seen()], 'abuse')).toEqual(done)
  expect(await restoreComments([await seen()], '문제가 없음')).toEqual(done)
}
/** As it is once the backup was written over it and its sums were counted anew. */
const cameBack = async () => {
  await restore(folder, database, true, async ({ at }) => catchUp(db, Date.parse(at), () => {}))
  await rebuild(db, commentSums(db), true)
  return stored()
}

let folder: string

beforeEach(async () => {
  await Promise.all([
    seedTask(),
    seedStaff('reviewer', { canReview: true }),
    ...['mina', ...PEOPLE].map((uid) => seedParticipant(uid)),
  ])
  await Promise.all([seedComment('mina'), seedComment('mina', {}, C2)])
  here.db = signedIn('reviewer')
  folder = newFolder()
  await backUp(folder, database, 5)
})

it('those that a reviewer has seen are not; those that came later are', async () => {
  for (const uid of PEOPLE.slice(0, 3)) await report(uid)
  await report('jun', C2)
  await decide()
  await report('sora')
  const before = await stored()
  const comment = await cameBack()
  expect(comment).toMatchObject({ moderations: 2, reportCount: 4, decided: { reports: 3, edits: 0 } })
  expect(comment).toEqual(before)
  expect(openReports(comment)).toBe(1)
  expect(isCollapsed(comment)).toBe(false)
})

it('all are where the decision was made upon words that have not come back', async () => {
  await edit(1)
  for (const uid of PEOPLE) await report(uid)
  await decide()
  const comment = await cameBack()
  expect(comment).toMatchObject({ moderations: 2, edits: 0, decided: null })
  expect(openReports(comment)).toBe(4)
})

it('all are where words have come back that are newer than the decision', async () => {
  for (const uid of PEOPLE) await report(uid)
  await decide()
  await edit(1)
  await edit(2)
  const comment = await cameBack()
  expect(comment).toMatchObject({ text: '고친 글 1', edits: 1, decided: { reports: 4, edits: 0 } })
  expect(openReports(comment)).toBe(4)
})

it('none are where the words came back that were there before the decision and are changed since', async () => {
  for (const uid of PEOPLE) await report(uid)
  await decide()
  await edit(1)
  const comment = await cameBack()
  expect(comment).toMatchObject({ edits: 0, decided: { reports: 4, edits: 0 } })
  expect(openReports(comment)).toBe(0)
})
