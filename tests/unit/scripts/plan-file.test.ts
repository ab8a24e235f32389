import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { JsonError, linesOf } from '#domain/json-place.ts'
import { TASK_IDS } from '#domain/plan.ts'
import { PLAN_FORMAT } from '#domain/plan-file.ts'
import { UserError } from '../../../scripts/lib/cli.ts'
import { checkPlan } from '../../../scripts/lib/deployed-plan.ts'
import { parsePlanFile } from '../../../scripts/lib/plan-file.ts'
import { describeStep } from '../../../scripts/lib/plan-import.ts'
import { readPlan } from '../../../scripts/lib/plan-modules.ts'

const both = (text: string) => ({ ko: `${text} 글`, en: text })
const task = {
  id: 't1',
  bureau: 'policy' as const,
  title: both('Title'),
  summary: both('Summary'),
  body: both('Body'),
  plain: both('Easy'),
  subtasks: [{ id: 's1', title: both('One'), text: both('At length') }],
  changeNote: both('Why'),
  sample: false,
  revision: 1,
}
const file = (changes: object) => JSON.stringify({ format: PLAN_FORMAT, tasks: [{ ...task, ...changes }] }, null, 2)

function problems(content: string): string {
  try {
    parsePlanFile('plan.json', content)
    return ''
  } catch (error) {
    if (!(error instanceof UserError)) throw error
    return `${error.message}\n${error.details}`
  }
}

describe('a plan file', () => {
  it('is read', () => {
    expect(parsePlanFile('plan.json', file({})).tasks).toEqual([task])
  })

  it.each<[string, object, string]>([
    ['an empty text', { title: { ko: '제목', en: ' ' } }, 'plan.json:9 tasks.0.title.en: is empty'],
    ['a missing language', { title: { ko: '제목' } }, 'plan.json:7 tasks.0.title.en: is missing'],
    ['an unknown field', { note: '' }, 'tasks.0.note: is not known'],
    ['an unknown bureau', { bureau: 'press' }, 'plan.json:6 tasks.0.bureau: has to be one of planning'],
    [
      'an id that is none',
      { subtasks: [{ ...task.subtasks[0], id: 'one' }] },
      'tasks.0.subtasks.0.id: has to be letters',
    ],
    ['an id twice', { subtasks: [task.subtasks[0], task.subtasks[0]] }, 'tasks.0.subtasks: has the same id twice'],
    ['too long a title', { title: both('x'.repeat(201)) }, 'tasks.0.title.ko: is longer than 200 characters'],
    ['a number for a text', { title: { ko: 1, en: 'One' } }, 'plan.json:8 tasks.0.title.ko: has to be a text'],
    ['a text for a list', { subtasks: 's1' }, 'tasks.0.subtasks: has to be a list'],
    ['one text for both languages', { title: 'Title' }, 'tasks.0.title: has to be a group of fields'],
    ['half a revision', { revision: 1.5 }, 'tasks.0.revision: has to be a whole number'],
    ['a sample that is neither', { sample: 'no' }, 'tasks.0.sample: has to be true or false'],
    [
      'letters of another encoding',
      { title: both('\uFFFD\uFFFD') },
      'tasks.0.title.ko: holds letters that cannot be read',
    ],
    ['a moment that is none', { publishedAt: 'today' }, 'tasks.0.publishedAt: has to be a moment'],
  ])('with %s is refused by its line and field', (_, changes, said) => {
    expect(problems(file(changes))).toContain(said)
  })

  it('that is no JSON is refused by its line', () => {
    expect(problems('{\n  "format": "x",\n  tasks: []\n}')).toContain(
      'plan.json:3 (whole file): is not JSON: a name in quotation marks',
    )
    expect(problems('[1, 2')).toContain('plan.json:1 (whole file): is not JSON: a comma or a closing bracket')
  })

  it('may begin with the mark of its encoding', () => {
    expect(parsePlanFile('plan.json', `\uFEFF${file({})}`).tasks).toEqual([task])
  })

  it('has a JSON Schema that names the same fields', () => {
    const schema = JSON.parse(readFileSync('docs/plan.schema.json', 'utf8'))
    expect(Object.keys(schema.$defs.task.properties).toSorted()).toEqual(
      [...Object.keys(task), 'publishedAt', 'citations'].toSorted(),
    )
    expect(schema.$defs.task.required.toSorted()).toEqual(Object.keys(task).toSorted())
    expect(Object.keys(schema.$defs.subtask.properties)).toEqual(Object.keys(task.subtasks[0] ?? {}))
  })

  it('shows what it would change', () => {
    const [read] = parsePlanFile('plan.json', file({ title: { ko: 'Title 글', en: 'Other' } })).tasks
    if (!read) throw new Error('no task')
    expect(describeStep({ task: read, number: 2, before: task })).toBe(
      't1: revision 2\n  title.en: [-Title-]{+Other+}\n',
    )
    expect(describeStep({ task: read, number: 1, before: null })).toContain('the first')
  })
})

describe('a build', () => {
  const project = { VITE_FIREBASE_CONFIG: '{"projectId":"seoul"}' }
  const fileOf = (tasks: readonly object[]) => {
    const name = join(mkdtempSync(join(tmpdir(), 'madang-test-')), 'plan.json')
    writeFileSync(name, JSON.stringify({ format: PLAN_FORMAT, tasks }))
    return name
  }
  const exported = TASK_IDS.map((id) => ({ ...task, id, publishedAt: '2026-03-02T00:00:00.000Z' }))

  it('has the sample, unless a file is named', () => {
    expect(readPlan({}).t1).toMatchObject({ revision: 1, sample: true, status: 'open' })
    expect(readPlan({ PLAN_FILE: fileOf(exported), ...project }).t1).toMatchObject({ revision: 1, sample: false })
    expect(() => readPlan({ PLAN_FILE: 'no-such-file.json' })).toThrow()
  })

  it('for a Firebase project has it as not published, so that whatever is published there is newer', () => {
    for (const built of Object.values(readPlan(project))) {
      expect(built).toMatchObject({ revision: 0, sample: true, status: 'closed', cited: { 0: {} } })
    }
    expect(readPlan({ ...project, VITE_EMULATORS: '{}' }).t2).toMatchObject({ revision: 2, status: 'open' })
  })

  it('wants all six as they were published', () => {
    const { publishedAt: _, ...unpublished } = exported[2] ?? {}
    expect(() => readPlan({ PLAN_FILE: fileOf(exported.with(2, unpublished as never)) })).toThrow('when t3 was')
    expect(() => readPlan({ PLAN_FILE: fileOf(exported.slice(0, 5)) })).toThrow('lacks t6')
  })

  it('is deployed with what is published, or said to be the first', () => {
    const details = expect.stringContaining('npm run plan:export -- FILE --project seoul')
    expect(() => checkPlan('seoul', {})).toThrow(expect.objectContaining({ details }))
    expect(() => checkPlan('seoul', { plan: fileOf(exported), first: true })).toThrow(UserError)
    expect(() => checkPlan('seoul', { plan: 'no-such-file.json' })).toThrow('cannot be read')
    checkPlan('seoul', { first: true })
    checkPlan('seoul', { plan: fileOf(exported) })
  })
})

describe('the lines of a JSON text', () => {
  it('are there for every value, however it is written', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.constantFrom(0, 1, 4), (value, indent) => {
        const text = JSON.stringify(value, null, indent)
        expect(linesOf(text)([])).toBe(1)
      }),
    )
  })

  it('are refused for what JSON.parse() refuses, and for nothing else', () => {
    const near = fc.string({
      unit: fc.constantFrom('{', '}', '[', ']', '"', 'a', ':', ',', '1', '-', '.', ' ', '\n', '\\', 'n', 'true'),
    })
    fc.assert(
      fc.property(near, (text) => {
        const isJson = (() => {
          try {
            JSON.parse(text)
            return true
          } catch {
            return false
          }
        })()
        if (isJson) linesOf(text)
        else expect(() => linesOf(text)).toThrow(JsonError)
      }),
      { numRuns: 2000 },
    )
  })
})
