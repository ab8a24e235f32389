import type { InboxRow } from './inbox.ts'
import { ROLES, type Role } from './roles.ts'

/** How many of some comments each group has written. */
export function countByRole(rows: readonly InboxRow[]): Readonly<Record<Role, number>> {
  const counts = Object.fromEntries(ROLES.map((role) => [role, 0])) as Record<Role, number>
  for (const { comment } of rows) counts[comment.role]++
  return counts
}

/** A week from Monday, in Seoul, and how many comments it brought. */
export type Week = { readonly monday: Date; readonly comments: number }

const DAY_MS = 86_400_000
const WEEK_MS = 7 * DAY_MS
const SEOUL_MS = 9 * 3_600_000
// The first of January 1970 was a Thursday.
const FIRST_MONDAY_MS = 4 * DAY_MS

/** When the week of a moment begins in Seoul, which knows no summer time. */
export const mondayOf = (date: Date): Date =>
  new Date(Math.floor((date.getTime() + SEOUL_MS - FIRST_MONDAY_MS) / WEEK_MS) * WEEK_MS + FIRST_MONDAY_MS - SEOUL_MS)

/** The course over time: every week from the first comment to the last, those without any as well. */
export function weeksOf(rows: readonly InboxRow[]): Week[] {
  const counts = new Map<number, number>()
  for (const { comment } of rows) {
    const monday = mondayOf(comment.createdAt).getTime()
    counts.set(monday, (counts.get(monday) ?? 0) + 1)
  }
  const mondays = [...counts.keys()]
  if (mondays.length === 0) return []
  const first = mondays.reduce((one, other) => Math.min(one, other))
  const last = mondays.reduce((one, other) => Math.max(one, other))
  return Array.from({ length: (last - first) / WEEK_MS + 1 }, (_, i) => {
    const monday = first + i * WEEK_MS
    return { monday: new Date(monday), comments: counts.get(monday) ?? 0 }
  })
}
