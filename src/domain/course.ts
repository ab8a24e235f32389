import { placed } from './ballot.ts'
import type { TaskId } from './plan.ts'
import { peopleIn, publicationId, type Results } from './results.ts'
import type { Role } from './roles.ts'
import { SMALLEST_PUBLISHED_GROUP } from './suppression.ts'

/** As many kept publications are read at once. */
export const MOST_PUBLICATIONS = 20

/**
 * The ids of at most 20 of the publications there are, spread evenly over all of them, the first and the newest among
 * them: ids are numbered without a gap.
 * @param newest the number of the newest
 */
export function spreadOver(newest: number): readonly string[] {
  const steps = Math.min(newest, MOST_PUBLICATIONS) - 1
  const numbers = Array.from({ length: steps + 1 }, (_, step) =>
    steps === 0 ? newest : 1 + Math.round((step * (newest - 1)) / steps),
  )
  return numbers.map(publicationId)
}

/** Everybody, or one group. */
export type Part = Role | 'all'

/** What can be compared: the share that agrees with a task, or a task's share of the stickers. */
export type Measure = 'agree' | 'stickers'

/** A published share: `count` of `of`, and how many people it is of. */
export type Share = { readonly count: number; readonly of: number; readonly people: number }

/** The share of one part on one task; null where nothing is published or nobody has answered. */
export function shareOf({ tasks, stickers }: Results, measure: Measure, part: Part, taskId: TaskId): Share | null {
  if (measure === 'agree') {
    const counts = part === 'all' ? tasks[taskId].total : tasks[taskId].groups[part]
    const people = counts ? peopleIn(counts) : 0
    return counts && people > 0 ? { count: counts.agree, of: people, people } : null
  }
  const counts = part === 'all' ? stickers.total : stickers.groups[part]
  const all = counts ? placed(counts) : 0
  return counts && all > 0 ? { count: counts[taskId], of: all, people: counts.voters } : null
}

/** What two parts said at a moment, about the revision that was open then. */
export type Moment = {
  readonly at: Date
  readonly revision: number
  readonly shares: readonly [Share | null, Share | null]
}

/** What is followed: a measure of one task, of two parts. */
export type Followed = { readonly measure: Measure; readonly taskId: TaskId; readonly parts: readonly [Part, Part] }

/**
 * How the shares of two parts have moved, oldest first. Any two moments differ, in each part and in what is left of all
 * without the other part, by nothing or by five people at least: otherwise what fewer than five people think could be
 * worked out. The newest is always there.
 */
export function courseOf(kept: readonly Results[], { measure, taskId, parts }: Followed): readonly Moment[] {
  const moments: Moment[] = []
  for (const results of kept.toSorted((one, other) => other.number - one.number)) {
    const [one, other] = parts.map((part) => shareOf(results, measure, part, taskId))
    if (!one && !other) continue
    // Stickers are placed once, whatever the revision.
    const revision = measure === 'agree' ? results.tasks[taskId].revision : 1
    const moment: Moment = { at: results.publishedAt, revision, shares: [one ?? null, other ?? null] }
    if (moments.every((later) => areApart(moment, later, parts.includes('all')))) moments.push(moment)
  }
  return moments.toReversed()
}

function areApart(one: Moment, other: Moment, withRest: boolean): boolean {
  if (one.revision !== other.revision) return true
  const restOf = ([all, part]: Moment['shares']): Share | null => all && part && lessThan(all, part)
  const pairs = [
    [one.shares[0], other.shares[0]],
    [one.shares[1], other.shares[1]],
    ...(withRest ? [[restOf(one.shares), restOf(other.shares)]] : []),
  ] as const
  const isApart = pairs.every(([a, b]) => !a || !b || isSame(a, b) || Math.abs(a.people - b.people) >= FEWEST)
  // Two moments of the same numbers are one.
  return isApart && pairs.some(([a, b]) => a !== b && !(a && b && isSame(a, b)))
}

const FEWEST = SMALLEST_PUBLISHED_GROUP

const lessThan = (one: Share, other: Share): Share => ({
  count: Math.abs(one.count - other.count),
  of: Math.abs(one.of - other.of),
  people: Math.abs(one.people - other.people),
})

const isSame = (one: Share, other: Share): boolean =>
  one.count === other.count && one.of === other.of && one.people === other.people
