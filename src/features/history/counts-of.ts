import type { RevisionResult } from '#domain/agreement.ts'
import type { Part } from '#domain/course.ts'
import { peopleIn } from '#domain/results.ts'
import { ROLES } from '#domain/roles.ts'

export const PARTS: readonly Part[] = ['all', ...ROLES]

/** The stances of everybody or of one group on one revision; null where nothing is published or nobody answered. */
export function countsOf({ total, groups }: RevisionResult, part: Part) {
  const counts = part === 'all' ? total : groups[part]
  const people = counts ? peopleIn(counts) : 0
  return counts && people > 0 ? { share: counts.agree / people, people } : null
}
