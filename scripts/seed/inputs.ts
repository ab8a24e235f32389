import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import * as v from 'valibot'
import { textProblem } from '#domain/comment.ts'
import { DISTRICT_IDS } from '#domain/districts.ts'
import { LANGS } from '#domain/language.ts'
import { ANSWER_STATUSES } from '#domain/official-answer.ts'
import { LEVELS } from '#domain/participant.ts'
import { BUREAUS, MAX_SUBTASKS, TASK_IDS, type TaskId } from '#domain/plan.ts'
import { REPORT_REASONS } from '#domain/report.ts'
import { MAX_THEMES_PER_COMMENT, REVIEW_STATES } from '#domain/review.ts'
import { ROLES, type Role } from '#domain/roles.ts'
import { UserError } from '../lib/cli.ts'

const Text = v.pipe(v.string(), v.trim(), v.nonEmpty())
const Localized = v.strictObject({ ko: Text, en: Text })
const Count = v.pipe(v.number(), v.integer(), v.minValue(0))
const ByRole = v.strictObject(v.entriesFromList(ROLES, Count))
const AUTHOR = /^(student|parent|teacher|staff|resident)-\d\d$/

const planTask = {
  id: v.picklist(TASK_IDS),
  order: v.pipe(v.number(), v.integer()),
  bureau: v.picklist(BUREAUS),
  title: Localized,
  summary: Localized,
  body: Localized,
  plain: Localized,
  subtasks: v.pipe(
    v.array(v.strictObject({ id: Text, title: Localized, text: Localized })),
    v.minLength(1),
    v.maxLength(MAX_SUBTASKS),
  ),
  changeNote: Localized,
}
const PlanTask = v.strictObject(planTask)
const Revised = v.strictObject({
  ...planTask,
  daysAgo: Count,
  /** The ids of the voices that shaped it, each with the subtask, or null for the task's text. */
  citations: v.record(v.string(), v.nullable(v.string())),
})

const voice = {
  id: Text,
  author: v.pipe(v.string(), v.regex(AUTHOR)),
  district: v.nullable(v.picklist(DISTRICT_IDS)),
  level: v.nullable(v.picklist(LEVELS)),
  lang: v.picklist(LANGS),
  subtaskId: v.nullable(Text),
  text: v.pipe(
    v.string(),
    v.check((text) => textProblem(text) === null, 'is a text that the rules would refuse'),
  ),
  hoursAgo: v.pipe(v.number(), v.minValue(0)),
  agree: ByRole,
  disagree: ByRole,
}
const Former = v.strictObject({ text: voice.text, hoursAgo: voice.hoursAgo })
const Voice = v.strictObject({
  ...voice,
  /** What it said before, the oldest first, and when that was changed. */
  former: v.optional(v.array(Former), []),
  replies: v.array(v.strictObject(voice)),
})

const Answer = v.strictObject({
  id: Text,
  status: v.picklist(ANSWER_STATUSES),
  hoursAgo: voice.hoursAgo,
  /** When it was put right. */
  changedHoursAgo: v.optional(voice.hoursAgo),
  office: Localized,
  message: Localized,
})

const Reviews = v.strictObject({
  themes: v.array(v.strictObject({ id: Text, label: Localized })),
  reviews: v.array(
    v.strictObject({
      id: Text,
      state: v.picklist(REVIEW_STATES),
      themes: v.pipe(v.array(Text), v.maxLength(MAX_THEMES_PER_COMMENT)),
      note: v.string(),
      assignee: v.nullable(Text),
      hoursAgo: voice.hoursAgo,
    }),
  ),
  /** What was reported, and for what, each by somebody else. */
  reports: v.array(v.strictObject({ id: Text, reasons: v.pipe(v.array(v.picklist(REPORT_REASONS)), v.maxLength(3)) })),
  /** What was reported, looked at, and left as it is. */
  kept: v.array(v.strictObject({ id: Text, reason: Text, hoursAgo: voice.hoursAgo })),
  translations: v.array(v.strictObject({ id: Text, text: Text, hoursAgo: voice.hoursAgo })),
})

export type PlanTask = v.InferOutput<typeof PlanTask>
export type Revised = v.InferOutput<typeof Revised>
export type Voice = v.InferOutput<typeof Voice>
export type Reply = Voice['replies'][number]
export type Answer = v.InferOutput<typeof Answer>
export type Reviews = v.InferOutput<typeof Reviews>

export type SeedInputs = {
  readonly plan: Readonly<Record<TaskId, PlanTask>>
  /** The second revisions, of tasks that have one. */
  readonly revised: Readonly<Partial<Record<TaskId, Revised>>>
  readonly voices: Readonly<Record<TaskId, readonly Voice[]>>
  readonly answers: readonly Answer[]
  readonly reviews: Reviews
}

/** The group of a seed's author: “parent” of “parent-07”. */
export const roleOf = (author: string): Role => author.split('-')[0] as Role

/**
 * Reads the sample plan and the sample voices beside this file.
 * @throws UserError that names the file and the place in it, if something is not as it must be
 */
export function readInputs(): SeedInputs {
  const read = <S extends v.GenericSchema>(folder: string, schema: S) =>
    Object.fromEntries(TASK_IDS.map((id) => [id, readJson(join(folder, `${id}.json`), schema)])) as Record<
      TaskId,
      v.InferOutput<S>
    >
  const inputs = {
    plan: read('plan', PlanTask),
    revised: { t2: readJson(join('plan', 't2-2.json'), Revised) },
    voices: read('comments', v.array(Voice)),
    answers: readJson('answers.json', v.array(Answer)),
    reviews: readJson('reviews.json', Reviews),
  }
  checkReferences(inputs)
  return inputs
}

function readJson<S extends v.GenericSchema>(file: string, schema: S): v.InferOutput<S> {
  const name = join('scripts', 'seed', file)
  let content: unknown
  try {
    content = JSON.parse(readFileSync(join(import.meta.dirname, file), 'utf8'))
  } catch (error) {
    throw new UserError(`${name} cannot be read: ${error instanceof Error ? error.message : error}`)
  }
  const result = v.safeParse(schema, content)
  if (result.success) return result.output
  const problems = result.issues.map((issue) => `${v.getDotPath(issue) ?? '(whole file)'}: ${issue.message}`)
  throw new UserError(`${name} is not as the seed wants it:`, problems.join('\n'))
}

/** What one file cannot say alone: ids of subtasks that exist, ids of comments that exist once. */
function checkReferences({ plan, revised, voices, answers, reviews }: SeedInputs): void {
  const seen = new Set<string>()
  for (const id of TASK_IDS) {
    const name = `scripts/seed/comments/${id}.json`
    if (plan[id].id !== id) throw new UserError(`scripts/seed/plan/${id}.json holds ${plan[id].id}.`)
    const subtasks = plan[id].subtasks.map((subtask) => subtask.id)
    for (const said of voices[id].flatMap((voice) => [voice, ...voice.replies])) {
      if (seen.has(said.id)) throw new UserError(`${name}: the id ${said.id} is there twice.`)
      seen.add(said.id)
      if (said.subtaskId !== null && !subtasks.includes(said.subtaskId)) {
        throw new UserError(`${name}: ${said.id} is about the subtask ${said.subtaskId}, which ${id} does not have.`)
      }
    }
  }
  for (const { id: taskId, citations, subtasks } of Object.values(revised)) {
    for (const [id, subtaskId] of Object.entries(citations)) {
      const name = `scripts/seed/plan/${taskId}-2.json`
      if (!seen.has(id)) throw new UserError(`${name} cites ${id}, which nobody has said.`)
      if (subtaskId !== null && !subtasks.some((subtask) => subtask.id === subtaskId)) {
        throw new UserError(`${name} cites ${id} for the subtask ${subtaskId}, which it does not have.`)
      }
    }
  }
  for (const { id } of answers) {
    if (!seen.has(id)) throw new UserError(`scripts/seed/answers.json answers ${id}, which nobody has said.`)
  }
  for (const { id, themes } of reviews.reviews) {
    if (!seen.has(id)) throw new UserError(`scripts/seed/reviews.json reviews ${id}, which nobody has said.`)
    const unknown = themes.find((theme) => !reviews.themes.some((known) => known.id === theme))
    if (unknown) throw new UserError(`scripts/seed/reviews.json gives ${id} the theme ${unknown}, which is none.`)
  }
}
