import type { Plugin } from 'vite'
import { isLang, type Lang, type Localized } from '#domain/language.ts'
import { isTaskId, TASK_IDS, type Task, type TaskId, taskIn, taskNumber } from '#domain/plan.ts'
import type { PlanFileTask } from '#domain/plan-file.ts'
import { readInputs } from '../seed/inputs.ts'
import { sampleRevisions } from '../seed/plan-docs.ts'
import { UserError } from './cli.ts'
import { readPlanFile } from './plan-file.ts'
import { type Env, projectIn } from './site-url.ts'

const PREFIX = 'virtual:plan/'
const MODULE = /^virtual:plan\//

/** A task as a build has it: as published, with the note on its newest revision. */
type BuiltTask = Omit<Task, 'id'> & { readonly changeNote: Localized }
type Plan = Readonly<Record<TaskId, BuiltTask>>

/**
 * The plan as modules of the app, so that a page has its text before anything is asked of Firestore:
 * `virtual:plan/t1/ko` … `t6/en` is a whole task in one language, `virtual:plan/revisions` what the newest revision of each says of itself,
 * `virtual:plan/overview` what the home page shows of all six. It is what the environment variable PLAN_FILE names, a file of `npm run plan:export`; else the
 * sample, which for a Firebase project is of revision 0 and closed: whatever is published there is newer.
 */
export function planModules(): Plugin {
  // Read once, when the first of them is asked for, and checked.
  let read: Plan | undefined
  const plan = () => {
    read ??= readPlan(process.env)
    return read
  }
  return {
    name: 'plan-modules',
    resolveId: { filter: { id: MODULE }, handler: (id) => id },
    load: {
      filter: { id: MODULE },
      handler(id) {
        const [name, lang] = id.slice(PREFIX.length).split('/')
        if (name === 'overview') return overviewModule(plan())
        if (name === 'revisions') return revisionsModule(plan())
        return isTaskId(name) && isLang(lang) ? taskModule(name, lang, plan()) : null
      },
    },
  }
}

/** @throws UserError if a file is not as it must be, or lacks a task */
export function readPlan(env: Env): Plan {
  const file = env.PLAN_FILE
  const tasks = file ? readPlanFile(file).tasks : samplePlan(projectIn(env) !== undefined)
  return byTask((id) => {
    const task = tasks.find((each) => each.id === id)
    if (task?.publishedAt) return builtFrom(task, task.publishedAt)
    const problem = task ? `does not say when ${id} was published` : `lacks ${id}`
    throw new UserError(`${file} ${problem}: pages are built from what “npm run plan:export” writes of all six tasks.`)
  })
}

function samplePlan(isUnpublished: boolean): readonly PlanFileTask[] {
  const [inputs, now] = [readInputs(), new Date()]
  return TASK_IDS.flatMap((id) => {
    const all = sampleRevisions(inputs, id, now)
    return isUnpublished ? all.slice(0, 1).map((first) => ({ ...first, revision: 0 })) : all.slice(-1)
  })
}

// Whether a task is closed, and what was cited before, Firestore tells: a build may be old.
const builtFrom = ({ id, citations = {}, ...texts }: PlanFileTask, publishedAt: string): BuiltTask => ({
  ...texts,
  order: taskNumber(id),
  // What was never published takes no comment.
  status: texts.revision > 0 ? 'open' : 'closed',
  turnsAt: null,
  cited: { [texts.revision]: citations },
  publishedAt: new Date(publishedAt),
})

const byTask = (of: (id: TaskId) => BuiltTask): Plan =>
  Object.fromEntries(TASK_IDS.map((id) => [id, of(id)])) as Record<TaskId, BuiltTask>

const taskModule = (id: TaskId, lang: Lang, plan: Plan): string =>
  `export const task = ${code(taskIn(lang, task(id, plan)))}`

const revisionsModule = (plan: Plan): string =>
  `export const revisions = {${TASK_IDS.map((id) => `${id}:[${plan[id].revision > 0 ? code(revision(id, plan)) : ''}]`).join(',')}}`

const overviewModule = (plan: Plan): string =>
  `export const overview = [${TASK_IDS.map((id) => code(overview(id, plan))).join(',')}]`

function task(id: TaskId, plan: Plan) {
  const { changeNote: _, ...rest } = plan[id]
  return { id, ...rest }
}

function overview(taskId: TaskId, plan: Plan) {
  const { body: _, plain: __, subtasks, ...rest } = task(taskId, plan)
  return { ...rest, subtasks: subtasks.map(({ id, title }) => ({ id, title })) }
}

function revision(taskId: TaskId, plan: Plan) {
  const { revision: number, publishedAt, sample, changeNote, cited } = plan[taskId]
  return { number, publishedAt, sample, changeNote, citations: cited[number] ?? {} }
}

/** An object as JavaScript; its one moment as the Date it is. */
const code = ({ publishedAt, ...rest }: { publishedAt: Date }): string =>
  `{...${JSON.stringify(rest)},publishedAt:new Date(${publishedAt.getTime()})}`
