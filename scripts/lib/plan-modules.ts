import type { Plugin } from 'vite'
import { TASK_IDS, type TaskId } from '#domain/plan.ts'
import { readInputs, type SeedInputs } from '../seed/inputs.ts'
import { snapshotOf } from '../seed/plan-docs.ts'

const PREFIX = 'virtual:plan/'
const MODULE = /^virtual:plan\//

type Plan = SeedInputs['plan']

/**
 * The plan as modules of the app, so that a page has its text before anything is asked of Firestore:
 * `virtual:plan/t1` … `t6` is a whole task with its revisions, `virtual:plan/overview` what the home page shows of all six.
 */
export function planModules(): Plugin {
  // Read once, when the first of them is asked for: six files, each checked.
  let read: Plan | undefined
  const plan = () => {
    read ??= readInputs().plan
    return read
  }
  return {
    name: 'plan-modules',
    resolveId: { filter: { id: MODULE }, handler: (id) => id },
    load: {
      filter: { id: MODULE },
      handler(id) {
        const name = id.slice(PREFIX.length)
        return name === 'overview' ? overviewModule(plan()) : taskModule(name as TaskId, plan())
      },
    },
  }
}

const taskModule = (id: TaskId, plan: Plan): string =>
  `export const task = ${code(task(id, plan))}; export const revisions = [${code(revision(id, plan))}]`

const overviewModule = (plan: Plan): string =>
  `export const overview = [${TASK_IDS.map((id) => code(overview(id, plan))).join(',')}]`

const task = (id: TaskId, plan: Plan) => ({ id, ...snapshotOf(plan[id]) })

function overview(taskId: TaskId, plan: Plan) {
  const { body: _, plain: __, subtasks, ...rest } = task(taskId, plan)
  return { ...rest, subtasks: subtasks.map(({ id, title }) => ({ id, title })) }
}

function revision(taskId: TaskId, plan: Plan) {
  const { revision: number, publishedAt, sample } = task(taskId, plan)
  return { number, publishedAt, sample, changeNote: plan[taskId].changeNote, citations: {} }
}

/** An object as JavaScript; its one moment as the Date it is. */
const code = ({ publishedAt, ...rest }: { publishedAt: Date }): string =>
  `{...${JSON.stringify(rest)},publishedAt:new Date(${publishedAt.getTime()})}`
