import type { Task } from '#domain/plan.ts'
import { type TaskResult, tellsOfOther } from '#domain/results.ts'

/** When each came here. Results that say the same are the same object. */
const cameAt = new WeakMap<TaskResult, number>()

/**
 * Whether results tell of another task than the one in hand, so that it has to be read anew. Once it was read after they
 * came, it is they that are older, unless they tell of a newer revision: until the next publication it is not read again.
 * @param readAt when the one in hand was read, in milliseconds; 0 if it came with the app
 */
export function isOutdated(
  task: Pick<Task, 'revision' | 'status' | 'turnsAt'>,
  result: TaskResult | undefined,
  readAt: number,
): boolean {
  if (!result || !tellsOfOther(task, result)) return false
  const came = cameAt.get(result) ?? Date.now()
  cameAt.set(result, came)
  return result.revision > task.revision || readAt <= came
}
