import { TASK_IDS } from '#domain/plan.ts'
import { COMMENTS_READ } from '#domain/results.ts'
import { ROLES } from '#domain/roles.ts'

/** Firestore takes at most five sums at once: the ballots of a group are summed in two queries. */
const BALLOT_SUMS = 2
/** The most agreed and the most disagreed comments. */
const LISTS = 2
/** results/current, results/common-ground and results/agreement. */
const FORMER_RESULTS = 3
/** The newest that bear a number: these, and one that is kept under its own. */
const NUMBERED = 4

/**
 * How many reads a publication by the script takes at most, however many people have voted: tests hold it against what is asked.
 * The recount comes to it, one read for every thousand stances of a task and for every thousand ballots, and one more for every
 * further thousand comments that are counted at once (decision 011, with what a reviewer's takes).
 * @param subtasks of all tasks together
 * @param replaced revisions that were replaced since the last publication: their final numbers are read once
 */
export function readsToPublish({ subtasks, replaced = 0 }: { subtasks: number; replaced?: number }): number {
  // A sum over a group's tallies, 32 at most, is one read, as is a count of up to a thousand comments.
  const sums = ROLES.length * (TASK_IDS.length + replaced + BALLOT_SUMS)
  const comments = TASK_IDS.length * LISTS * COMMENTS_READ
  const counts = TASK_IDS.length + subtasks
  return TASK_IDS.length + FORMER_RESULTS + NUMBERED + sums + comments + counts
}
