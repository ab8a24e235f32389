import * as v from 'valibot'
import { JsonError, linesOf } from '#domain/json-place.ts'
import { BUREAUS, MAX_SUBTASKS, TASK_IDS } from '#domain/plan.ts'
import { MAX_LENGTH } from '#domain/plan-draft.ts'
import { UserError } from './cli.ts'

// The same in JSON Schema, for those who write such files: docs/plan.schema.json.

const text = (most: number) =>
  v.pipe(
    v.string('has to be a text'),
    v.check((said) => said.trim() !== '', 'is empty'),
    v.maxLength(most, `is longer than ${most} characters`),
  )
const inBoth = (most: number) => v.strictObject({ ko: text(most), en: text(most) })

const Subtask = v.strictObject({
  id: v.pipe(v.string(), v.regex(/^[a-z]{1,8}[0-9]{1,8}$/, 'has to be letters and a number, such as s1')),
  title: inBoth(MAX_LENGTH.subtaskTitle),
  text: inBoth(MAX_LENGTH.subtaskText),
})

const PlanTask = v.strictObject({
  id: v.picklist(TASK_IDS, `has to be one of ${TASK_IDS.join(', ')}`),
  bureau: v.picklist(BUREAUS, `has to be one of ${BUREAUS.join(', ')}`),
  title: inBoth(MAX_LENGTH.title),
  summary: inBoth(MAX_LENGTH.summary),
  body: inBoth(MAX_LENGTH.body),
  plain: inBoth(MAX_LENGTH.plain),
  subtasks: v.pipe(
    v.array(Subtask),
    v.maxLength(MAX_SUBTASKS, `there can be ${MAX_SUBTASKS} at most`),
    v.check((all) => new Set(all.map(({ id }) => id)).size === all.length, 'two have the same id'),
  ),
  changeNote: inBoth(MAX_LENGTH.changeNote),
  /** False for the office's own wording. */
  sample: v.boolean('has to be true or false'),
  /** The revision that this was written upon; 0 where there is none. */
  revision: v.pipe(v.number('has to be a number'), v.integer(), v.minValue(0)),
  /** Written by the export, for builds. */
  publishedAt: v.optional(v.pipe(v.string(), v.isoTimestamp('has to be a moment, such as 2026-03-02T00:00:00.000Z'))),
})

const PlanFile = v.strictObject({
  $schema: v.optional(v.string()),
  format: v.literal('seoul-education-madang/plan@1', 'has to be “seoul-education-madang/plan@1”'),
  tasks: v.pipe(
    v.array(PlanTask),
    v.minLength(1, 'names no task'),
    v.check((all) => new Set(all.map(({ id }) => id)).size === all.length, 'two have the same id'),
  ),
})

export type PlanFile = v.InferOutput<typeof PlanFile>
export type PlanFileTask = PlanFile['tasks'][number]

export const FORMAT = 'seoul-education-madang/plan@1'

/**
 * A plan as a file holds it.
 * @param name of the file, for what is said of it
 * @throws UserError that names the line and the field of everything that is wrong
 */
export function parsePlanFile(name: string, content: string): PlanFile {
  let lineOf: ReturnType<typeof linesOf>
  try {
    lineOf = linesOf(content)
  } catch (error) {
    if (error instanceof JsonError) throw new UserError(`${name}:${error.line} is not JSON: ${error.message}.`)
    throw error
  }
  const result = v.safeParse(PlanFile, JSON.parse(content))
  if (result.success) return result.output
  const problems = result.issues.map((issue) => {
    const path = (issue.path ?? []).map(({ key }) => key as string | number)
    return `${name}:${lineOf(path)} ${path.join('.') || '(whole file)'}: ${wordsFor(issue)}`
  })
  throw new UserError(`${name} is not a plan as docs/plan-files.md says:`, problems.join('\n'))
}

/** What valibot says of fields that are missing or unknown is meant for programmers. */
function wordsFor({ type, expected, received, message }: v.BaseIssue<unknown>): string {
  if (received === 'undefined') return 'is missing'
  if (type === 'strict_object' && expected === 'never') return 'is not known'
  return message
}
