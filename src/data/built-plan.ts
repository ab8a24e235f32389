import type { Task, TaskId } from '#domain/plan.ts'
import type { Revision } from '#domain/revision.ts'

/** The plan as it was when the app was built: one file a task, no Firebase. */
const tasks: Readonly<Record<TaskId, () => Promise<{ readonly task: Task }>>> = {
  t1: () => import('virtual:plan/t1'),
  t2: () => import('virtual:plan/t2'),
  t3: () => import('virtual:plan/t3'),
  t4: () => import('virtual:plan/t4'),
  t5: () => import('virtual:plan/t5'),
  t6: () => import('virtual:plan/t6'),
}

/** A failure stays one for a moment: asked for anew at each render, it would never reach anybody. */
const FORGET_MS = 5000

/** One promise a task: React's `use` wants the same one each time. A file that did not come is asked for again. */
function kept<T>(load: (id: TaskId) => Promise<T>): (id: TaskId) => Promise<T> {
  const loaded = new Map<TaskId, Promise<T>>()
  return (id) => {
    const promise = loaded.get(id) ?? load(id)
    if (!loaded.has(id)) {
      loaded.set(id, promise)
      promise.catch(() => setTimeout(() => loaded.delete(id), FORGET_MS))
    }
    return promise
  }
}

/** The text of a task that came with the app. */
export const builtTask = kept(async (id) => (await tasks[id]()).task)

/** The revisions of a task that came with the app, newest first. */
export const builtRevisions = kept(
  async (id): Promise<readonly Revision[]> => (await import('virtual:plan/revisions')).revisions[id],
)
