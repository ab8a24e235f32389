import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { MutationObserver, QueryClient } from '@tanstack/react-query'
import { Firestore } from 'firebase-admin/firestore'
import { afterAll, describe, expect, it, vi } from 'vitest'
import { readDraft, readWritten, writeDraft } from '#data/plan-drafts.ts'
import { publishRevision } from '#data/plan-publishing.ts'
import { TASK_IDS, type TaskId } from '#domain/plan.ts'
import type { PlanDraft } from '#domain/plan-draft.ts'
import { PLAN_FORMAT, type PlanFile, type PlanFileTask } from '#domain/plan-file.ts'
import { draftsMutation, fileMutation } from '#features/review/plan/file-queries.ts'
import { UserError } from '../../scripts/lib/cli.ts'
import { parsePlanFile } from '../../scripts/lib/plan-file.ts'
import { describeStep, exportPlan, publishSteps, stepsOf } from '../../scripts/lib/plan-import.ts'
import { publishResults } from '../../scripts/lib/results.ts'
import { run } from '../safety/helpers/emulator.ts'
import { PROJECT } from './helpers/config.ts'
import { onEmulator, signedIn } from './helpers/emulator.ts'
import { seedStaff } from './helpers/people.ts'
import { revising } from './helpers/planning.ts'
import { commit } from './helpers/writes.ts'

// The editor's own code against the rules.
const here = vi.hoisted(() => ({ db: undefined as unknown }))
vi.mock('#data/firestore.ts', () => ({
  get db() {
    return here.db
  },
}))
vi.mock('#data/painted.ts', () => ({ painted: async () => {} }))

onEmulator()

// Past the rules, as the script does it.
const db = new Firestore({ projectId: PROJECT })
afterAll(() => db.terminate())

const both = (text: string) => ({ ko: `${text} 글`, en: `${text} text` })

const task = (id: TaskId, changes: Partial<PlanFileTask> = {}): PlanFileTask => ({
  id,
  bureau: 'policy',
  title: both(`title ${id}`),
  summary: both('summary'),
  body: both('body'),
  plain: both('easy'),
  subtasks: [{ id: 's1', title: both('one'), text: both('at length') }],
  changeNote: both('why'),
  sample: false,
  revision: 0,
  ...changes,
})

/** A file goes through its text, as the script reads it. */
const written = (...tasks: PlanFileTask[]): PlanFile =>
  parsePlanFile('plan.json', JSON.stringify({ format: PLAN_FORMAT, tasks }, null, 2))

const imported = async (file: PlanFile) => publishSteps(db, await stepsOf(db, file), 'editor', 'Wording of 2 March')
const stored = async (path: string) => (await db.doc(path).get()).data()
const count = async (path: string) => (await db.collection(path).count().get()).data().count
const problem = (act: () => Promise<unknown>) =>
  act().then(
    () => null,
    (error) => (error instanceof UserError ? error.message : Promise.reject(error)),
  )

describe('the import of a plan file', () => {
  it('shows what it would change, and changes nothing', async () => {
    const steps = await stepsOf(db, written(task('t1'), task('t2')))
    expect(steps.map(describeStep)).toEqual(['t1: revision 1, the first\n', 't2: revision 1, the first\n'])
    expect([await count('tasks'), await count('auditLog')]).toEqual([0, 0])
  })

  it('publishes the first revision of each task, open and logged', async () => {
    await imported(written(...TASK_IDS.map((id) => task(id))))
    const first = { revision: 1, sample: false, title: both('title t6'), order: 6 }
    expect(await stored('tasks/t6')).toMatchObject({ ...first, status: 'open', turnsAt: null, cited: { 1: {} } })
    const revision = await stored('tasks/t6/revisions/1')
    expect(revision).toMatchObject({ ...first, changeNote: both('why'), citations: {} })
    expect(await stored(`auditLog/${revision?.logEntry}`)).toMatchObject({
      action: 'publish-revision',
      target: 't6/1',
      byUid: 'editor',
      reason: 'Wording of 2 March',
    })
    expect(await count('auditLog')).toBe(6)
  })

  it('by its command begins with an empty database: results are published upon it, and editors go on from there', async () => {
    const file = join(mkdtempSync(join(tmpdir(), 'madang-plan-')), 'plan.json')
    writeFileSync(file, JSON.stringify({ format: PLAN_FORMAT, tasks: TASK_IDS.map((id) => task(id)) }))
    const look = await run('plan:import', file)
    expect(look).toMatchObject({ code: 0, said: expect.stringContaining('t6: revision 1, the first') })
    expect([look.said.includes('Nothing was published'), await count('tasks')]).toEqual([true, 0])
    const { code, said } = await run('plan:import', file, '--publish', '--by', 'editor', '--reason', 'First wording')
    expect({ code, said }).toMatchObject({
      code: 0,
      said: expect.stringMatching(/Published: t1 .*, t6 revision 1\.$/m),
    })
    expect(await publishResults(db)).toMatchObject({ isNew: true })
    await seedStaff('editor', { canEdit: true })
    await commit(signedIn('editor'), revising('editor'))
    expect(await stored('tasks/t1')).toMatchObject({ revision: 2, order: 1, cited: { 1: {} } })
  })

  it('publishes the next revision of what differs, and leaves the rest and what was cited as it is', async () => {
    await imported(written(task('t1'), task('t2')))
    await db.doc('tasks/t2').update({ 'cited.1': { 't2-x': 's1' }, status: 'closed' })
    const next = written(task('t1', { revision: 1 }), task('t2', { revision: 1, body: both('other') }))
    expect((await stepsOf(db, next)).map(describeStep)).toEqual([
      't2: revision 2\n  body.ko: [-body-]{+other+} 글\n  body.en: [-body-]{+other+} text\n',
    ])
    await imported(next)
    expect(await stored('tasks/t1')).toMatchObject({ revision: 1 })
    expect(await stored('tasks/t2')).toMatchObject({
      revision: 2,
      body: both('other'),
      status: 'closed',
      cited: { 1: { 't2-x': 's1' }, 2: {} },
    })
    expect(await stored('tasks/t2/revisions/1')).toMatchObject({ body: both('body') })
    expect(await stepsOf(db, written(task('t2', { revision: 2, body: both('other') })))).toEqual([])
  })

  it('takes it for a change that a sample becomes the wording of the office', async () => {
    await imported(written(task('t1', { sample: true })))
    const [step] = await stepsOf(db, written(task('t1', { revision: 1 })))
    expect(step && describeStep(step)).toBe('t1: revision 2\n  sample: [-true-]{+false+}\n')
  })

  it('is refused as a whole where one task was written upon another revision', async () => {
    await imported(written(task('t1'), task('t2')))
    const file = written(task('t1', { revision: 1, body: both('new') }), task('t2', { revision: 0, body: both('new') }))
    expect(await problem(() => imported(file))).toBe(
      't2 was written upon revision 0, but 1 is published. Export it, and write upon that.',
    )
    expect(await stored('tasks/t1')).toMatchObject({ revision: 1, body: both('body') })
  })

  it('publishes nothing where somebody else publishes between the look and the act', async () => {
    await imported(written(task('t1'), task('t2')))
    const steps = await stepsOf(
      db,
      written(task('t1', { revision: 1, body: both('mine') }), task('t2', { revision: 1, body: both('mine') })),
    )
    await imported(written(task('t2', { revision: 1, body: both('theirs') })))
    expect(await problem(() => publishSteps(db, steps, 'editor', 'late'))).toBe(
      't2 was published by somebody else meanwhile.',
    )
    expect(await stored('tasks/t1')).toMatchObject({ revision: 1 })
    expect(await stored('tasks/t2')).toMatchObject({ revision: 2, body: both('theirs') })
  })

  it('names the line of what is wrong, before anybody is asked', () => {
    const wrong = JSON.stringify({ format: PLAN_FORMAT, tasks: [{ ...task('t1'), bureau: 'press' }] }, null, 2)
    expect(() => parsePlanFile('plan.json', wrong)).toThrow(
      expect.objectContaining({ details: expect.stringMatching(/^plan\.json:6 tasks\.0\.bureau: has to be one of/) }),
    )
  })
})

describe('a plan file in the editor', () => {
  const EDITOR = { uid: 'editor', name: 'Kim' }

  it('begins with an empty database: its tasks become drafts, and each is published from its draft', async () => {
    await seedStaff('editor', { canEdit: true })
    here.db = signedIn('editor')
    const content = JSON.stringify({ format: PLAN_FORMAT, tasks: TASK_IDS.map((id) => task(id)) })
    const client = new QueryClient()
    const looked = await new MutationObserver(client, fileMutation).mutate(new File([content], 'plan.json'))
    const found = looked.is === 'plan' ? looked.found : []
    const outcomes = await new MutationObserver(client, draftsMutation(client)).mutate({ found, editor: EDITOR })
    expect([...outcomes]).toEqual(TASK_IDS.map((id) => [id, 'done']))
    expect(await count('tasks')).toBe(0)
    const publish = async (id: TaskId) => {
      const [before, draft] = [await readWritten(id), await readDraft(id)]
      if (!draft?.draft) throw new Error('no draft')
      const once = () => publishRevision(before, draft.draft as PlanDraft, draft.version, EDITOR)
      await once()
      return once
    }
    const again = await publish('t1')
    // It has arrived: whoever sends it once more is told nothing else.
    await again()
    await Promise.all(TASK_IDS.slice(1).map(publish))
    const first = { revision: 1, sample: false, title: both('title t6'), order: 6 }
    expect(await stored('tasks/t6')).toMatchObject({ ...first, status: 'open', turnsAt: null, cited: { 1: {} } })
    const revision = await stored('tasks/t6/revisions/1')
    expect(await stored(`auditLog/${revision?.logEntry}`)).toMatchObject({ target: 't6/1', byUid: 'editor' })
    expect([await count('auditLog'), (await publishResults(db)).isNew]).toEqual([6, true])
  })
})

describe('a draft in the editor', () => {
  const EDITOR = { uid: 'editor', name: 'Kim' }

  it('is published whatever was pasted into it, from a table or a document', async () => {
    await seedStaff('editor', { canEdit: true })
    here.db = signedIn('editor')
    const pasted = { ko: '\t가\t\t나\r\n다\v라\u202e', en: 'a\t\tb\t' }
    const { id: _, revision: base, ...texts } = task('t1')
    const draft: PlanDraft = {
      ...texts,
      base,
      title: pasted,
      changeNote: pasted,
      subtasks: [{ id: 's1', title: pasted, text: pasted }],
      citations: {},
    }
    const version = await writeDraft('t1', draft, 0, EDITOR)
    await publishRevision(await readWritten('t1'), draft, version, EDITOR)
    const clean = { ko: ' 가  나\n다\n라', en: 'a  b ' }
    expect(await stored('tasks/t1/revisions/1')).toMatchObject({ title: clean, changeNote: clean })
  })
})

describe('the export of the plan', () => {
  it('is refused while there is none', async () => {
    expect(await problem(() => exportPlan(db))).toBe('There is no plan to export yet.')
  })

  it('is a file that says the same, and that an import finds nothing new in', async () => {
    const tasks = TASK_IDS.map((id) => task(id))
    await imported(written(...tasks))
    await db.doc('tasks/t3').update({ 'cited.1': { 't3-x': 's1', 't3-y': '' } })
    const text = JSON.stringify(await exportPlan(db), null, 2)
    const read = parsePlanFile('plan.json', text)
    expect(JSON.stringify(read, null, 2)).toBe(text)
    const publishedAt = expect.stringMatching(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/)
    const citations = ({ id }: PlanFileTask) => (id === 't3' ? { 't3-x': 's1', 't3-y': null } : {})
    expect(read.tasks).toEqual(tasks.map((one) => ({ ...one, revision: 1, publishedAt, citations: citations(one) })))
    expect(await stepsOf(db, read)).toEqual([])
  })
})
