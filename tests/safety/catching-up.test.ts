import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { publishResults as publishAsReviewer } from '#data/publications.ts'
import { publicationId } from '#domain/results.ts'
import { type Change, catchUp } from '../../scripts/lib/catch-up.ts'
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

/** What is said of it. @param asOf when the backup was made */
async function caughtUp(asOf = 0): Promise<readonly string[]> {
  const lines: string[] = []
  await catchUp(db, asOf, ({ said }) => lines.push(said))
  return lines
}

beforeAll(() => seedFirestore(admin))
afterAll(() => admin.close())

it('where nothing is older than what stands beside it, nothing is changed', async () => {
  const before = await everything()
  expect(await caughtUp()).toEqual([])
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
    expect(await caughtUp()).toEqual([`results/current: as results/${publicationId(last)}`])
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
  expect(await caughtUp()).toEqual(['tasks/t2: says what its revision 2 says'])
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
  expect(await caughtUp()).toEqual([])
  await put(0, '0')
  expect(await caughtUp()).toEqual([`${path}: has its newest words that are kept`])
  const { text, edits, editedAt } = (await stored(path ?? '')) ?? {}
  expect({ text, edits, at: editedAt.toDate() }).toEqual({ text: '2', edits: 2, at: at(2) })
  expect(await stored(`${path}/edits/3`)).toBeUndefined()
  expect(await caughtUp()).toEqual([])
  // Its answer was to words that nobody can read any more.
  const answer = `responses/${path?.split('/').at(-1)}`
  await Promise.all([db.doc(answer).set({ edits: 2 }), put(1, '1')])
  const said = `${path}: has its newest words that are kept; ${answer} was given to later ones: answer it anew`
  expect(await caughtUp()).toEqual([said])
  await db.doc(answer).delete()
})

it('what is done is told as it is done, also where the rest comes to no end', async () => {
  await db.doc('tasks/t2').update({ revision: 1 })
  await put('results/current', 'results/000001')
  const lines: string[] = []
  const run = db.runTransaction.bind(db)
  const failing = vi.spyOn(db, 'runTransaction').mockImplementation(async (step) => {
    const change = (await run(step)) as Change | null
    if (!change?.paths.includes('results/current')) return change as never
    await vi.waitFor(() => expect(lines).toHaveLength(1), 30_000)
    throw new Error('no connection')
  })
  await expect(catchUp(db, 0, ({ said }) => lines.push(said))).rejects.toThrow('no connection')
  failing.mockRestore()
  expect(lines).toEqual(['tasks/t2: says what its revision 2 says'])
})

describe('a record of staff', () => {
  const entry = (id: string, hour: number, reason: string) =>
    db
      .doc(`auditLog/${id}`)
      .set({ action: 'staff', target: 'hana', byUid: 'm', at: new Date(Date.UTC(2026, 2, 2, hour)), reason })
  const RIGHTS = { canReview: true, canEdit: false, canInvite: false, canManage: true }

  it.each([
    [
      'of an entry that the log has lost is to be looked at: nothing is guessed',
      'LogLogLogLogLogLog09',
      ['staff/hana: look at its rights, for which it names no entry of the log'],
    ],
    [
      'of before there were entries is to be looked at',
      undefined,
      ['staff/hana: look at its rights, for which it names no entry of the log'],
    ],
    [
      'that a script has given since is to be looked at',
      'LogLogLogLogLogLog01',
      ['staff/hana: look at its rights, which a script gave'],
    ],
  ])('%s', async (_, logEntry, said) => {
    await entry('LogLogLogLogLogLog01', 1, 'add: 김하나, 총무과: canReview')
    await entry('hana~LogLogLogLogLogLog01', 2, 'remove: 김하나, 총무과: canReview')
    await entry('LogLogLogLogLogLog02', 3, 'By the admin script')
    await db.doc('staff/hana').set({ name: '김하나', office: '총무과', ...RIGHTS, ...(logEntry ? { logEntry } : {}) })
    expect(await caughtUp()).toEqual(said)
    // Until somebody has.
    expect(await caughtUp()).toEqual(said)
    expect(await stored('staff/hana')).toMatchObject(RIGHTS)
  })

  it('of before a change has the rights of the log again; of before a dismissal it goes', async () => {
    await entry('LogLogLogLogLogLog03', 4, 'change: 김하나, 총무과: canInvite')
    await db.doc('staff/hana').update({ logEntry: 'LogLogLogLogLogLog01' })
    expect(await caughtUp()).toEqual(['staff/hana: has the rights of the log again'])
    const rights = { canReview: false, canEdit: false, canInvite: true, canManage: false }
    expect(await stored('staff/hana')).toMatchObject({ ...rights, logEntry: 'LogLogLogLogLogLog03' })
    await entry('hana~LogLogLogLogLogLog03', 5, 'remove: 김하나, 총무과: canInvite')
    expect(await caughtUp()).toEqual(['staff/hana: dismissed again'])
    expect(await stored('staff/hana')).toBeUndefined()
  })
})
