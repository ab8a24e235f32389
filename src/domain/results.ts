import { TASK_IDS, type TaskId } from './plan.ts'
import { ROLES, type Role } from './roles.ts'
import { noStances, STANCES, type StanceCounts } from './stance.ts'

/** Numbers of groups smaller than this are never published. */
export const SMALLEST_PUBLISHED_GROUP = 5

export type TaskResult = {
  /** The revision that the stances are about. */
  readonly revision: number
  /** Number of visible comments, replies included. */
  readonly voices: number
  /** How many of them are about a subtask, by its id. */
  readonly subtaskVoices: Readonly<Record<string, number>>
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

/** What is known of a task before anything is withheld. */
export type TaskTally = Pick<TaskResult, 'revision' | 'voices' | 'subtaskVoices'> & {
  /** The sums of the tallies, by group. */
  readonly stances: Readonly<Record<Role, StanceCounts>>
}

/** How many people took a stance. */
export const peopleIn = (counts: StanceCounts): number => STANCES.reduce((people, stance) => people + counts[stance], 0)

/**
 * What may be published of these tallies.
 * @param counted number of stance documents, counted one by one, over all tasks
 */
export function publishable(
  tallies: Readonly<Record<TaskId, TaskTally>>,
  counted: number,
): Omit<Results, 'publishedAt'> {
  const byTask = TASK_IDS.map((id) => [id, publishableTask(tallies[id])] as const)
  const tallied = TASK_IDS.reduce((people, id) => people + peopleIn(sumOf(tallies[id].stances, ROLES)), 0)
  return { recount: { stances: counted, tallied }, tasks: Object.fromEntries(byTask) as Results['tasks'] }
}

/**
 * What may be published of one task: no number of fewer than five people, neither written down nor left over when
 * the published groups are taken from the total (complementary cell suppression). What is left over is nobody, or at
 * least five people, and these are of at least two groups, since a single group of five is published itself.
 */
export function publishableTask({ revision, voices, subtaskVoices, stances }: TaskTally): TaskResult {
  const total = sumOf(stances, ROLES)
  const published = publishableGroups(stances)
  const group = (role: Role) => [role, published.includes(role) ? stances[role] : null] as const
  return {
    revision,
    voices,
    subtaskVoices,
    total: peopleIn(total) < SMALLEST_PUBLISHED_GROUP ? null : total,
    groups: Object.fromEntries(ROLES.map(group)) as TaskResult['groups'],
  }
}

function publishableGroups(stances: TaskTally['stances']): readonly Role[] {
  const size = (role: Role) => peopleIn(stances[role])
  const bySize = ROLES.toSorted((one, other) => size(one) - size(other))
  const large = bySize.filter((role) => size(role) >= SMALLEST_PUBLISHED_GROUP)
  const leftOver = peopleIn(sumOf(stances, ROLES)) - peopleIn(sumOf(stances, large))
  // One large group beside the small ones is cover enough; the smallest of the large is the least loss.
  return leftOver > 0 && leftOver < SMALLEST_PUBLISHED_GROUP ? large.slice(1) : large
}

function sumOf(stances: TaskTally['stances'], roles: readonly Role[]): StanceCounts {
  const sum = noStances()
  for (const role of roles) for (const stance of STANCES) sum[stance] += stances[role][stance]
  return sum
}
