import { noStickers } from './ballot.ts'
import { TASK_IDS, type TaskId } from './plan.ts'
import { type Published, peopleIn, type Recount, type Results, type StickerCounts, type TaskResult } from './results.ts'
import { ROLES, type Role } from './roles.ts'
import { noStances, STANCES, type StanceCounts } from './stance.ts'
import { publishable } from './suppression.ts'

/** What is known of a task before anything is withheld. */
export type TaskTally = Pick<TaskResult, 'revision' | 'voices' | 'subtaskVoices' | 'status' | 'turnsAt'> & {
  /** The sums of the tallies, by group. */
  readonly stances: Readonly<Record<Role, StanceCounts>>
}

/** The sums of all tallies, before anything is withheld. */
export type Tallies = {
  readonly tasks: Readonly<Record<TaskId, TaskTally>>
  readonly ballots: Readonly<Record<Role, StickerCounts>>
}

/** What is published of the tallies: everything that does not depend on when and by whom. */
export type Totals = Pick<Results, 'tasks' | 'stickers'>

export const noBallots = (): StickerCounts => ({ voters: 0, ...noStickers() })

/** How many stances and ballots the tallies say there are. */
export const talliedIn = ({ tasks, ballots }: Tallies): Pick<Recount, 'tallied' | 'ballotsTallied'> => ({
  tallied: TASK_IDS.flatMap((id) => ROLES.map((role) => peopleIn(tasks[id].stances[role]))).reduce((a, b) => a + b),
  ballotsTallied: ROLES.reduce((voters, role) => voters + ballots[role].voters, 0),
})

/** What may be published of these tallies: no number that would say something of fewer than five people. */
export function totalsOf({ tasks, ballots }: Tallies): Totals {
  const byTask = TASK_IDS.map((id) => [id, taskResultOf(tasks[id])] as const)
  return {
    tasks: Object.fromEntries(byTask) as Totals['tasks'],
    stickers: publishable(ballots, addStickers, ({ voters }) => voters),
  }
}

/** What may be published of one task. */
export const taskResultOf = ({ stances, ...rest }: TaskTally): TaskResult => ({ ...rest, ...stancesOf(stances) })

/** What may be published of the stances on one revision. */
export const stancesOf = (stances: TaskTally['stances']): Published<StanceCounts> =>
  publishable(stances, addStances, peopleIn)

const addStances = (one: StanceCounts, other: StanceCounts): StanceCounts => {
  const sum = noStances()
  for (const stance of STANCES) sum[stance] = one[stance] + other[stance]
  return sum
}

const addStickers = (one: StickerCounts, other: StickerCounts): StickerCounts => {
  const sum = noStickers()
  for (const id of TASK_IDS) sum[id] = one[id] + other[id]
  return { voters: one.voters + other.voters, ...sum }
}
