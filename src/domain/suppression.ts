import type { Published } from './results.ts'
import { type ByRole, ROLES, type Role } from './roles.ts'

/** Numbers of groups smaller than this are never published. */
export const SMALLEST_PUBLISHED_GROUP = 5

/**
 * The groups whose numbers may stand beside the total of all: no number of fewer than five people, neither written
 * down nor left over when the published groups are taken from the total (complementary cell suppression). What is left
 * over is nobody, or at least five people, and these are of at least two groups, since a single group of five is
 * published itself.
 * @param sizes how many people each group is
 */
export function publishableGroups(sizes: ByRole): readonly Role[] {
  const bySize = ROLES.toSorted((one, other) => sizes[one] - sizes[other])
  const large = bySize.filter((role) => sizes[role] >= SMALLEST_PUBLISHED_GROUP)
  const leftOver = sumOf(sizes, ROLES) - sumOf(sizes, large)
  // One large group beside the small ones is cover enough; the smallest of the large is the least loss.
  return leftOver > 0 && leftOver < SMALLEST_PUBLISHED_GROUP ? large.slice(1) : large
}

const sumOf = (sizes: ByRole, roles: readonly Role[]): number => roles.reduce((sum, role) => sum + sizes[role], 0)

/**
 * Withholds what would say something of fewer than five people.
 * @param add the sum of two counts
 * @param peopleIn how many people counts are of
 */
export function publishable<Counts>(
  groups: Readonly<Record<Role, Counts>>,
  add: (one: Counts, other: Counts) => Counts,
  peopleIn: (counts: Counts) => number,
): Published<Counts> {
  const sizes = Object.fromEntries(ROLES.map((role) => [role, peopleIn(groups[role])])) as Record<Role, number>
  const published = publishableGroups(sizes)
  const total = ROLES.map((role) => groups[role]).reduce(add)
  return {
    total: peopleIn(total) < SMALLEST_PUBLISHED_GROUP ? null : total,
    groups: Object.fromEntries(
      ROLES.map((role) => [role, published.includes(role) ? groups[role] : null]),
    ) as Published<Counts>['groups'],
  }
}
