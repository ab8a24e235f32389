import type { TaskId } from './plan.ts'
import type { Published, TaskResult } from './results.ts'
import type { StanceCounts } from './stance.ts'

/** The stances on one revision. Once a newer one is published nobody can answer about it, so its numbers are final. */
export type RevisionResult = Published<StanceCounts> & { readonly revision: number }

/** What is published of every revision that was replaced, oldest first: `results/agreement`. */
export type Agreement = Readonly<Record<TaskId, readonly RevisionResult[]>>

/** The revisions below this one of which no final numbers are known yet. */
export const unknownRevisions = (known: readonly RevisionResult[], newest: number): readonly number[] =>
  Array.from({ length: newest - 1 }, (_, index) => index + 1).filter(
    (number) => !known.some(({ revision }) => revision === number),
  )

/**
 * How a task stood in each of its revisions, oldest first: the final numbers of those that were replaced, and what is
 * published of the newest so far. A revision without either is left out.
 */
export function agreementOver(
  former: readonly RevisionResult[],
  now: TaskResult | undefined,
): readonly RevisionResult[] {
  // Results may be older than the final numbers, when a revision has just been published.
  const replaced = former.filter(({ revision }) => revision !== now?.revision)
  const all = now ? [...replaced, { revision: now.revision, total: now.total, groups: now.groups }] : replaced
  return all.toSorted((one, other) => one.revision - other.revision)
}
