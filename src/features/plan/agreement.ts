import { TASK_IDS } from '#domain/plan.ts'
import { peopleIn, type Results, type TaskResult } from '#domain/results.ts'
import { ROLES, type Role } from '#domain/roles.ts'
import type { StanceCounts } from '#domain/stance.ts'

type Reach = Record<Role, number | null>

/** The share that agrees, 0 to 1; null where no number is published. */
export const agreeShare = (counts: StanceCounts | null): number | null =>
  counts && peopleIn(counts) > 0 ? counts.agree / peopleIn(counts) : null

const forEachRole = (share: (role: Role) => number | null): Reach =>
  Object.fromEntries(ROLES.map((role) => [role, share(role)])) as Reach

/** How much each group agrees with one task. */
export const reachOfTask = (result: TaskResult | undefined): Reach =>
  forEachRole((role) => agreeShare(result?.groups[role] ?? null))

/** How much each group agrees with the six tasks on average, over the tasks for which its number is published. */
export const reachOfPlan = (results: Results | null | undefined): Reach =>
  forEachRole((role) => {
    const shares = TASK_IDS.map((id) => agreeShare(results?.tasks[id].groups[role] ?? null)).filter(
      (share) => share !== null,
    )
    return shares.length === 0 ? null : shares.reduce((sum, share) => sum + share, 0) / shares.length
  })
