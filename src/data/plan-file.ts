import * as v from 'valibot'
import { JsonError, linesOf } from '#domain/json-place.ts'
import { BUREAUS, MAX_SUBTASKS, TASK_IDS } from '#domain/plan.ts'
import { cleanText, MAX_LENGTH } from '#domain/plan-draft.ts'
import { PLAN_FORMAT, type PlanFile } from '#domain/plan-file.ts'

// The same in JSON Schema, for those who write such files: docs/plan.schema.json. Scripts and the plan editor read it
// here. What each problem is called in either language: locales/*/review-plan-file.json.

const PROBLEMS = [
  'not-text',
  'not-number',
  'not-truth',
  'not-list',
  'not-object',
  'missing',
  'unknown',
  'empty',
  'garbled',
  'too-long',
  'too-many',
  'none',
  'twice',
  'not-one-of',
  'subtask-id',
  'format',
  'moment',
  'json-comma',
  'json-name',
  'json-colon',
  'json-value',
  'json-end',
] as const
export type PlanFileProblem = (typeof PROBLEMS)[number]

/** What is wrong in a plan file, and where. */
export type PlanFileFault = {
  /** Counted from 1. */
  readonly line: number
  /** The field: `['tasks', 0, 'title', 'en']`; empty for the whole file. */
  readonly path: readonly (string | number)[]
  readonly problem: PlanFileProblem
  /** What there may be at most, or has to be. */
  readonly value: string | number
}

/** Everything that is wrong in a plan file. */
export class PlanFileError extends Error {
  override readonly name = 'PlanFileError'
  readonly faults: readonly PlanFileFault[]

  constructor(faults: readonly PlanFileFault[]) {
    super(`${faults.length} faults`)
    this.faults = faults
  }
}

const is = (problem: PlanFileProblem) => problem

const text = (most: number) =>
  v.pipe(
    v.string(is('not-text')),
    v.transform(cleanText),
    v.check((said) => said.trim() !== '', is('empty')),
    // What stands for letters that are no UTF-8, such as those of an older Korean encoding.
    v.check((said) => !said.includes('\uFFFD'), is('garbled')),
    v.maxLength(most, is('too-long')),
  )
const inBoth = (most: number) => v.strictObject({ ko: text(most), en: text(most) })

const hasEachOnce = (all: readonly { id: string }[]) => new Set(all.map(({ id }) => id)).size === all.length

const subtask = v.strictObject({
  id: v.pipe(v.string(is('not-text')), v.regex(/^[a-z]{1,8}[0-9]{1,8}$/, is('subtask-id'))),
  title: inBoth(MAX_LENGTH.subtaskTitle),
  text: inBoth(MAX_LENGTH.subtaskText),
})

const task = v.strictObject({
  id: v.picklist(TASK_IDS, is('not-one-of')),
  bureau: v.picklist(BUREAUS, is('not-one-of')),
  title: inBoth(MAX_LENGTH.title),
  summary: inBoth(MAX_LENGTH.summary),
  body: inBoth(MAX_LENGTH.body),
  plain: inBoth(MAX_LENGTH.plain),
  subtasks: v.pipe(
    v.array(subtask),
    v.maxLength(MAX_SUBTASKS, is('too-many')),
    v.check((all) => hasEachOnce(all), is('twice')),
  ),
  changeNote: inBoth(MAX_LENGTH.changeNote),
  sample: v.boolean(is('not-truth')),
  revision: v.pipe(v.number(is('not-number')), v.integer(is('not-number')), v.minValue(0, is('not-number'))),
  publishedAt: v.optional(v.pipe(v.string(is('not-text')), v.isoTimestamp(is('moment')))),
  citations: v.optional(v.record(v.string(), v.nullable(v.string(is('not-text'))))),
})

const planFile = v.strictObject({
  $schema: v.optional(v.string(is('not-text'))),
  format: v.literal(PLAN_FORMAT, is('format')),
  tasks: v.pipe(
    v.array(task),
    v.minLength(1, is('none')),
    v.check((all) => hasEachOnce(all), is('twice')),
  ),
})

/**
 * A plan as a file holds it.
 * @throws PlanFileError that names everything that is wrong
 */
export function parsePlanFile(content: string): PlanFile {
  // Some editors begin a file with this mark.
  const json = content.replace(/^\uFEFF/, '')
  const lineOf = linesIn(json)
  const result = v.safeParse(planFile, JSON.parse(json))
  if (result.success) return result.output
  throw new PlanFileError(
    result.issues.map((issue) => {
      const path = (issue.path ?? []).map(({ key }) => key as string | number)
      return { line: lineOf(path), path, problem: problemOf(issue), value: wanted(issue) }
    }),
  )
}

function linesIn(json: string): ReturnType<typeof linesOf> {
  try {
    return linesOf(json)
  } catch (error) {
    if (!(error instanceof JsonError)) throw error
    throw new PlanFileError([{ line: error.line, path: [], problem: `json-${error.missing}`, value: '' }])
  }
}

/** What valibot says of fields that are missing, unknown or of another kind is meant for programmers. */
function problemOf({ type, expected, received, message }: v.BaseIssue<unknown>): PlanFileProblem {
  if (received === 'undefined') return 'missing'
  if (type === 'strict_object') return expected === 'never' ? 'unknown' : 'not-object'
  if (type === 'array') return 'not-list'
  return PROBLEMS.find((problem) => problem === message) ?? 'not-object'
}

function wanted({ type, expected, requirement }: v.BaseIssue<unknown>): string | number {
  if (type === 'picklist') return Array.from((expected ?? '').matchAll(/"([^"]+)"/g), ([, name]) => name).join(', ')
  return typeof requirement === 'number' ? requirement : ''
}
