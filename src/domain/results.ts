import type { TaskId } from './plan.ts'
import type { Role } from './roles.ts'
import type { StanceCounts } from './stance.ts'

/** Numbers of groups smaller than this are never published. */
export const SMALLEST_PUBLISHED_GROUP = 5

export type TaskResult = {
  /** The revision that the stances are about. */
  readonly revision: number
  /** Number of visible comments, replies included. */
  readonly voices: number
  /** All groups together, or null while fewer than five people took a stance. */
  readonly total: StanceCounts | null
  /** A group is null if it is smaller than five, or withheld so that a difference of totals does not reveal one. */
  readonly groups: Readonly<Record<Role, StanceCounts | null>>
}

/** What `results/current` holds: the published totals, and the public recount they were checked with. */
export type Results = {
  readonly publishedAt: Date
  /** Documents counted one by one against the sum of the tallies, over all tasks; equal unless something is wrong. */
  readonly recount: { readonly stances: number; readonly tallied: number }
  readonly tasks: Readonly<Record<TaskId, TaskResult>>
}
