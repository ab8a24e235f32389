import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { TASK_IDS } from '#domain/plan.ts'
import { PLAN_FORMAT } from '#domain/plan-file.ts'
import { checkPlan } from '../../scripts/lib/deployed-plan.ts'
import { readInputs } from '../../scripts/seed/inputs.ts'
import { sampleRevisions } from '../../scripts/seed/plan-docs.ts'
import { admin, empty, run } from './helpers/emulator.ts'
import { newFolder } from './helpers/folders.ts'
import { standIn } from './helpers/stand-in.ts'

// The commands of docs/operations.md, in its order, from an empty project on. Deployment ends at what it wants to be told.
vi.setConfig({ testTimeout: 60_000 })

const { db } = admin
const stored = async (path: string) => (await db.doc(path).get()).data()
const count = async (path: string) => (await db.collection(path).count().get()).data().count
const log = async () => (await db.collection('auditLog').orderBy('at', 'desc').get()).docs.map((entry) => entry.data())

describe('what cannot be done is said in a line, and ends with 1:', () => {
  beforeAll(async () => {
    await empty()
    vi.stubEnv('VITE_FIREBASE_CONFIG', '')
  })
  afterAll(() => void vi.unstubAllEnvs())

  it.concurrent.each([
    ['deploy', ['--project', 'seoul', '--first'], 'VITE_FIREBASE_CONFIG is not set'],
    ['staff:grant', ['--email', 'x@sen.go.kr', '--rights', 'rule'], 'There is no right “rule”'],
    ['plan:import', ['plan.json', '--publish'], '--publish wants --by and --reason'],
    ['plan:export', [], 'It wants the name of one file'],
    ['results:publish', [], 'Say either --project ID or --emulator'],
    [
      'voting:set',
      ['--opens', '2026-03-13T18:00', '--closes', '2026-03-09T09:00', '--reason', 'x'],
      'close before it opens',
    ],
    ['backup', [], 'Say --to FOLDER'],
    ['restore', ['--form', 'nowhere'], "Unknown option '--form'"],
    ['migrate', ['--project', 'seoul'], 'names an emulator'],
    ['tallies:rebuild', ['--aply'], "Unknown option '--aply'"],
  ])('%s %j', async (name, args, said) => {
    const ended = await run(name, ...args)
    expect(ended).toMatchObject({ code: 1, said: expect.stringContaining(said) })
    expect(ended.said).not.toMatch(/^ {4}at /m)
  })

  it('and nothing is stored', async () => expect(await db.listCollections()).toEqual([]))
})

describe('an empty project becomes one that takes ballots, by', () => {
  const file = join(newFolder(), 'plan.json')
  const account = { localId: 'manager', email: 'manager@sen.go.kr', emailVerified: true, displayName: '김하나' }
  const accounts = [account, { ...account, localId: 'other', email: 'other@sen.go.kr', emailVerified: false }]

  beforeAll(async () => {
    await empty()
    // One command asks for an account: to start Auth's emulator takes longer than all of them. A browser test has it.
    const auth = await standIn((asked) => {
      const { email } = asked as { email: string[] }
      return { users: accounts.filter((one) => email.includes(one.email)) }
    })
    vi.stubEnv('FIREBASE_AUTH_EMULATOR_HOST', auth)
  })
  afterAll(async () => {
    vi.unstubAllEnvs()
    await admin.close()
  })

  it('staff:grant, to somebody who has signed in', async () => {
    const [nobody, other] = await Promise.all([
      run('staff:grant', '--email', 'nobody@sen.go.kr'),
      run('staff:grant', '--email', 'other@sen.go.kr'),
    ])
    expect(nobody).toMatchObject({ code: 1, said: expect.stringContaining('let the person sign in once') })
    expect(other).toMatchObject({ code: 1, said: expect.stringContaining('is not verified') })
    expect(await count('staff')).toBe(0)
    const { code, said } = await run('staff:grant', '--email', account.email)
    expect({ code, said }).toMatchObject({ code: 0, said: expect.stringContaining('review,edit,invite,manage') })
    const [entry] = await log()
    expect(entry).toMatchObject({ action: 'staff', target: account.localId, byUid: 'admin-script' })
    const all = { canReview: true, canEdit: true, canInvite: true, canManage: true }
    expect(await stored(`staff/${account.localId}`)).toMatchObject({
      ...all,
      name: account.displayName,
      office: '서울특별시교육청',
    })
  })

  it('plan:import', async () => {
    const inputs = readInputs()
    const now = new Date()
    const notYet = { revision: 0, sample: false, publishedAt: undefined }
    const tasks = TASK_IDS.map((id) => ({ ...sampleRevisions(inputs, id, now)[0], ...notYet }))
    writeFileSync(file, JSON.stringify({ format: PLAN_FORMAT, tasks }))
    const flags = ['--publish', '--by', account.localId, '--reason', 'Wording of 2 March']
    expect(await run('plan:import', file, ...flags)).toMatchObject({ code: 0 })
    for (const id of TASK_IDS) expect(await stored(`tasks/${id}`)).toMatchObject({ revision: 1, status: 'open' })
    const entries = (await log()).filter(({ action }) => action === 'publish-revision')
    expect(entries.map(({ target }) => target).toSorted()).toEqual(TASK_IDS.map((id) => `${id}/1`))
    for (const entry of entries) expect(entry).toMatchObject({ byUid: account.localId, reason: 'Wording of 2 March' })
  })

  it('plan:export, to a file that a deployment takes', async () => {
    expect(() => checkPlan('seoul', { plan: file })).toThrow('pages are built from')
    expect(await run('plan:export', file)).toMatchObject({ code: 0 })
    checkPlan('seoul', { plan: file })
    const title = (await stored('tasks/t6'))?.title
    expect(JSON.parse(readFileSync(file, 'utf8')).tasks[5]).toMatchObject({ id: 't6', revision: 1, title })
  })

  it('results:publish, as often as the clock says', async () => {
    expect((await run('results:publish', '--emulator')).said).toContain('Published results/current.')
    expect(await stored('results/current')).toMatchObject({ number: 1, logEntry: null })
    const { code, said } = await run('results:publish', '--emulator')
    // Cron's line tells somebody whenever it is another number than 0.
    expect({ code, said }).toMatchObject({ code: 0, said: expect.stringContaining('Nothing has changed') })
    expect(await stored('results/current')).toEqual(await stored('results/000001'))
  })

  it('results:publish, which tells whoever gets cron’s mails if votes and tallies differ', async () => {
    const ballot = db.doc('ballots/mina')
    await ballot.set({
      stickers: { t1: 5, t2: 0, t3: 0, t4: 0, t5: 0, t6: 0 },
      role: 'student',
      shard: 3,
      at: new Date(),
    })
    const differing = '0 stances, tallied 0; 1 ballots, tallied 0'
    for (const published of ['Published results/current.', 'Nothing has changed']) {
      const { code, said } = await run('results:publish', '--emulator')
      expect({ code, said }).toMatchObject({ code: 1, said: expect.stringContaining(published) })
      expect(said).toContain(differing)
    }
    expect(await stored('results/current')).toMatchObject({ number: 2, recount: { ballots: 1, ballotsTallied: 0 } })
  })

  it('tallies:rebuild, which shows what differs and puts it right when it is told', async () => {
    const looked = await run('tallies:rebuild')
    expect(looked).toMatchObject({ code: 1, said: expect.stringContaining('ballotTallies/student-3: role nothing') })
    expect(await count('ballotTallies')).toBe(0)
    expect(await run('tallies:rebuild', '--apply')).toMatchObject({ code: 0 })
    expect(await stored('ballotTallies/student-3')).toMatchObject({ role: 'student', voters: 1, t1: 5 })
    expect(await run('results:publish', '--emulator')).toMatchObject({ code: 0 })
  })

  it('voting:set', async () => {
    const [opens, closes] = ['2026-03-09T09:00', '2026-03-13T18:00']
    const flags = ['--opens', opens, '--closes', closes, '--reason', 'Decided on 2 March']
    expect(await run('voting:set', ...flags)).toMatchObject({ code: 0 })
    const { opensAt, closesAt } = (await stored('settings/voting')) ?? {}
    const moments = [opensAt, closesAt].map((at) => at.toDate().toISOString())
    expect(moments).toEqual(['2026-03-09T00:00:00.000Z', '2026-03-13T09:00:00.000Z'])
    const [entry] = await log()
    expect(entry).toMatchObject({ action: 'set-voting', target: 'settings/voting', reason: 'Decided on 2 March' })
  })
})
