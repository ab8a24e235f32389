import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { publishResults as publishAsReviewer } from '#data/publications.ts'
import { publicationId } from '#domain/results.ts'
import { catchUp } from '../../scripts/lib/catch-up.ts'
import { seedFirestore } from '../../scripts/seed/seed.ts'
import { signedIn } from '../rules/helpers/emulator.ts'
import { violations } from '../rules/helpers/invariants.ts'
import { readStored } from '../rules/helpers/stored.ts'
import { admin, everything, run } from './helpers/emulator.ts'

vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 })
const here = vi.hoisted(() => ({ db: undefined as unknown }))
vi.mock('#data/firestore.ts', () => ({
  get db() {
    return here.db
  },
}))

const { db } = admin
const stored = async (path: string) => (await db.doc(path).get()).data()
const newest = async () => Math.max(...(await db.collection('results').get()).docs.map(({ id }) => Number(id) || 0))
const put = async (path: string, as: string) => db.doc(path).set((await stored(as)) ?? {})

beforeAll(() => seedFirestore(admin))
afterAll(() => admin.close())

it('where nothing is older than what stands beside it, nothing is changed', async () => {
  const before = await everything()
  expect(await catchUp(db)).toEqual([])
  expect(await everything()).toEqual(before)
})

describe('results that were put back', () => {
  beforeEach(() => put('results/current', 'results/000003'))

  it('are the newest that are kept, which reviewers publish after', async () => {
    const last = await newest()
    await db.doc('staff/reviewer').set({ canReview: true })
    // Something that is new.
    await db
      .doc('ballotTallies/student-31')
      .set({ role: 'student', voters: 9, t1: 9, t2: 0, t3: 0, t4: 0, t5: 0, t6: 0 })
    here.db = signedIn('reviewer')
    await expect(publishAsReviewer('reviewer', '회의 전에 공개')).rejects.toMatchObject({ kind: 'refused' })
    expect(await catchUp(db)).toEqual([`results/current: as results/${publicationId(last)}`])
    expect(await stored('results/current')).toEqual(await stored(`results/${publicationId(last)}`))
    expect(await publishAsReviewer('reviewer', '회의 전에 공개')).toBe(true)
    expect(await newest()).toBe(last + 1)
  })

  it('do not keep the script from publishing, though nothing else is new', async () => {
    const last = await newest()
    expect((await run('results:publish', '--emulator')).said).toContain('Published results/current.')
    expect(await stored('results/current')).toMatchObject({ number: last + 1 })
    await db.doc('results/current').update({ number: last })
    expect((await run('results:publish', '--emulator')).said).toContain('Published results/current.')
    expect(await stored('results/current')).toMatchObject({ number: last + 2 })
  })

  it('are told where something else stands in their place', async () => {
    const last = await newest()
    const next = `results/${publicationId(last + 1)}`
    await db.doc(next).set({ said: 'by hand' })
    const { code, said } = await run('results:publish', '--emulator')
    expect({ code, said }).toMatchObject({ code: 1, said: expect.stringContaining(`${next} is there already`) })
    await Promise.all([db.doc(next).delete(), put('results/current', `results/${publicationId(last)}`)])
  })
})

it('a task that was put back is its newest revision, as open as it is', async () => {
  const lawsOfTasks = async () =>
    violations(new Map(), await readStored(), 'x').filter((law) => law.startsWith('9: a task'))
  const [before, first] = [await stored('tasks/t2'), await stored('tasks/t2/revisions/1')]
  const { changeNote: _, citations, logEntry: __, ...said } = first ?? {}
  await db.doc('tasks/t2').set({ ...said, status: 'closed', turnsAt: null, cited: { 1: citations } })
  expect(await lawsOfTasks()).not.toEqual([])
  expect(await catchUp(db)).toEqual(['tasks/t2: says what its revision 2 says'])
  expect(await lawsOfTasks()).toEqual([])
  expect(await stored('tasks/t2')).toEqual({ ...before, status: 'closed', turnsAt: null })
})

it('a comment that was put back has its newest words that are kept', async () => {
  const path = (await db.collection('tasks/t1/comments').where('status', '==', 'visible').limit(1).get()).docs[0]?.ref
    .path
  const at = (hour: number) => new Date(Date.UTC(2026, 2, 2, hour))
  const put = (edits: number, text: string) =>
    db.doc(path ?? '').update({ edits, text, translation: null, editedAt: edits === 0 ? null : at(edits) })
  await Promise.all([1, 2, 3].map((n) => db.doc(`${path}/edits/${n}`).set({ text: `${n - 1}`, at: at(n) })))
  await put(3, '3')
  expect(await catchUp(db)).toEqual([])
  await put(0, '0')
  expect(await catchUp(db)).toEqual([`${path}: has its newest words that are kept`])
  const { text, edits, editedAt } = (await stored(path ?? '')) ?? {}
  expect({ text, edits, at: editedAt.toDate() }).toEqual({ text: '2', edits: 2, at: at(2) })
  expect(await stored(`${path}/edits/3`)).toBeUndefined()
  expect(await catchUp(db)).toEqual([])
})

describe('a record of staff', () => {
  const entry = (id: string, hour: number, reason: string) =>
    db
      .doc(`auditLog/${id}`)
      .set({ action: 'staff', target: 'hana', byUid: 'm', at: new Date(Date.UTC(2026, 2, 2, hour)), reason })
  const RIGHTS = { canReview: true, canEdit: false, canInvite: false, canManage: true }

  it.each([
    ['of an entry that the log has lost, nothing is guessed', 'LogLogLogLogLogLog09', []],
    [
      'that a script has given since is to be looked at',
      'LogLogLogLogLogLog01',
      ['staff/hana: look at its rights, which a script gave'],
    ],
  ])('%s', async (_, logEntry, said) => {
    await entry('LogLogLogLogLogLog01', 1, 'add: 김하나, 총무과: canReview')
    await entry('hana~LogLogLogLogLogLog01', 2, 'remove: 김하나, 총무과: canReview')
    await entry('LogLogLogLogLogLog02', 3, 'By the admin script')
    await db.doc('staff/hana').set({ name: '김하나', office: '총무과', ...RIGHTS, logEntry })
    expect(await catchUp(db)).toEqual(said)
    expect(await stored('staff/hana')).toMatchObject(RIGHTS)
  })
})
