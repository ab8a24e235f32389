import { type CommonGround, commonGround } from './consensus.ts'
import { TASK_IDS, type TaskId } from './plan.ts'

/** What `results/common-ground` holds: of each task the comments that its groups share and that divide them. */
export type PublishedGround = {
  /** Of the publication it belongs to. */
  readonly number: number
  readonly publishedAt: Date
  readonly tasks: Readonly<Record<TaskId, CommonGround>>
}

/** So many that share and so many that divide are shown at once: with what names them, 14 reads at most. */
const SHOWN = 6

/** The common ground of one task, or the best of all six. @param taskId null for all */
export function groundOf({ tasks }: PublishedGround, taskId: TaskId | null): CommonGround {
  const ids = taskId === null ? TASK_IDS : [taskId]
  return commonGround(
    ids.flatMap((id) => [...tasks[id].shared, ...tasks[id].dividing]),
    SHOWN,
  )
}
