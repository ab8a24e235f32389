import type { Task, TaskId } from '#domain/plan.ts'

/** The plan as it was when the app was built: one file a task, no Firebase. */
const loaders: Readonly<Record<TaskId, () => Promise<{ task: Task }>>> = {
  t1: () => import('virtual:plan/t1'),
  t2: () => import('virtual:plan/t2'),
  t3: () => import('virtual:plan/t3'),
  t4: () => import('virtual:plan/t4'),
  t5: () => import('virtual:plan/t5'),
  t6: () => import('virtual:plan/t6'),
}

const loaded = new Map<TaskId, Promise<Task>>()

/** The text of a task that came with the app; the same promise each time, for React's `use`. */
export function builtTask(id: TaskId): Promise<Task> {
  const task = loaded.get(id) ?? loaders[id]().then((module) => module.task)
  loaded.set(id, task)
  // A file that could not be loaded is asked for again.
  task.catch(() => loaded.delete(id))
  return task
}
