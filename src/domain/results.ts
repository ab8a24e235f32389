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
export type TaskTally = Pick<TaskResult, 'revision' | 'voices'> & {
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
 * What may be published of one task: no number of fewer than five people, neither written nor left over when the
 * published groups are taken from the total (complementary cell suppression). What is left over is nobody, or at
 * least five people of at least two groups.
 */
export function publishableTask({ revision, voices, stances }: TaskTally): TaskResult {
  const total = sumOf(stances, ROLES)
  const isPublished = (role: Role) => published.includes(role)
  // The smallest group is the next to go; between equals the order in which the product shows groups decides.
  let published = ROLES.filter((role) => peopleIn(stances[role]) >= SMALLEST_PUBLISHED_GROUP).sort(
    (one, other) => peopleIn(stances[one]) - peopleIn(stances[other]),
  )
  if (peopleIn(total) < SMALLEST_PUBLISHED_GROUP) published = []
  else
    while (
      !hides(
        stances,
        ROLES.filter((role) => !isPublished(role)),
      )
    )
      published = published.slice(1)

  const group = (role: Role) => [role, isPublished(role) ? stances[role] : null] as const
  return {
    revision,
    voices,
    total: peopleIn(total) < SMALLEST_PUBLISHED_GROUP ? null : total,
    groups: Object.fromEntries(ROLES.map(group)) as TaskResult['groups'],
  }
}

/** Whether the sum of the withheld groups, which anyone can work out, says nothing about one of them. */
function hides(stances: TaskTally['stances'], withheld: readonly Role[]): boolean {
  const people = withheld.map((role) => peopleIn(stances[role])).filter((number) => number > 0)
  const sum = people.reduce((all, number) => all + number, 0)
  return sum === 0 || (people.length > 1 && sum >= SMALLEST_PUBLISHED_GROUP)
}

function sumOf(stances: TaskTally['stances'], roles: readonly Role[]): StanceCounts {
  const sum = noStances()
  for (const role of roles) for (const stance of STANCES) sum[stance] += stances[role][stance]
  return sum
}
