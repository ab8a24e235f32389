import type { Plugin } from 'vite'
import { TASK_IDS, type TaskId } from '#domain/plan.ts'
import { readInputs } from '../seed/inputs.ts'
import { snapshotOf } from '../seed/plan-docs.ts'

const PREFIX = 'virtual:plan/'

/**
 * The plan as modules of the app, so that a page has its text before anything is asked of Firestore:
 * `virtual:plan/t1` … `t6` is a whole task, `virtual:plan/overview` what the home page shows of all six.
 */
export function planModules(): Plugin {
  return {
    name: 'plan-modules',
    resolveId: (id) => (id.startsWith(PREFIX) ? id : undefined),
    load(id) {
      if (!id.startsWith(PREFIX)) return
      const name = id.slice(PREFIX.length)
      return name === 'overview'
        ? `export const overview = [${TASK_IDS.map((taskId) => code(overview(taskId))).join(',')}]`
        : `export const task = ${code(task(name as TaskId))}; export const revisions = [${code(revision(name as TaskId))}]`
    },
  }
}

const task = (id: TaskId) => ({ id, ...snapshotOf(readInputs().plan[id]) })

function overview(taskId: TaskId) {
  const { body: _, plain: __, subtasks, ...rest } = task(taskId)
  return { ...rest, subtasks: subtasks.map(({ id, title }) => ({ id, title })) }
}

function revision(taskId: TaskId) {
  const { revision: number, publishedAt, sample } = task(taskId)
  return { number, publishedAt, sample, changeNote: readInputs().plan[taskId].changeNote }
}

/** An object as JavaScript; its one moment as the Date it is. */
const code = ({ publishedAt, ...rest }: { publishedAt: Date }): string =>
  `{...${JSON.stringify(rest)},publishedAt:new Date(${publishedAt.getTime()})}`
