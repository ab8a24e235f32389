import { type Comment, isCollapsed } from './comment.ts'
import type { CommentStatus } from './comment-status.ts'
import { commonGround, type Votes } from './consensus.ts'
import type { InboxRow } from './inbox.ts'
import type { TaskId } from './plan.ts'
import { ROLES, type Role } from './roles.ts'
import { seoulDay } from './seoul-time.ts'

/** What counting needs of a comment. */
export type Counted = Pick<Comment, 'authorId' | 'createdAt' | 'role' | 'status'>

/** How many comments, by how many people. */
export type Count = { readonly comments: number; readonly people: number }

export const NOBODY: Count = { comments: 0, people: 0 }

/** A comment that was taken back says nothing any more; a hidden one was said all the same. */
export const isSaid = ({ status }: { readonly status: CommentStatus }): boolean => status !== 'withdrawn'

export const countOf = (comments: readonly Pick<Comment, 'authorId'>[]): Count => ({
  comments: comments.length,
  people: new Set(comments.map(({ authorId }) => authorId)).size,
})

/** Counts comments by whatever they are told apart by. */
export function countBy<C extends Pick<Comment, 'authorId'>, K>(
  comments: readonly C[],
  keyOf: (comment: C) => K,
): ReadonlyMap<K, Count> {
  const found = new Map<K, C[]>()
  for (const comment of comments) {
    const key = keyOf(comment)
    const known = found.get(key)
    if (known) known.push(comment)
    else found.set(key, [comment])
  }
  return new Map([...found].map(([key, some]) => [key, countOf(some)]))
}

/** A time of whole days in Seoul, both of them within it: “2026-03-02”. */
export type Span = { readonly from: string; readonly until: string; readonly count: Count }

const DAY_MS = 86_400_000
const WEEK = 7
/** As many bars as can be told apart on a page. */
const MOST_SPANS = 31

/**
 * How many comments came when: by the day, by the week if that would be too many, or by several weeks; from the first
 * comment to the last, the empty times among them.
 */
export function overTime(comments: readonly Counted[]): readonly Span[] {
  const days = comments.map(({ createdAt }) => dayNumber(seoulDay(createdAt)))
  if (days.length === 0) return []
  // So many numbers cannot be handed to Math.min at once.
  const first = days.reduce((least, day) => Math.min(least, day))
  const last = days.reduce((most, day) => Math.max(most, day))
  const all = last - first + 1
  const length = all <= MOST_SPANS ? 1 : WEEK * Math.ceil(all / (WEEK * MOST_SPANS))
  const found = countBy(comments, ({ createdAt }) => Math.floor((dayNumber(seoulDay(createdAt)) - first) / length))
  return Array.from({ length: Math.ceil(all / length) }, (_, place): Span => {
    const from = first + place * length
    return {
      from: dayAt(from),
      until: dayAt(Math.min(last, from + length - 1)),
      count: found.get(place) ?? NOBODY,
    }
  })
}

/** Days by number, as the calendar goes on. */
const dayNumber = (day: string): number => Date.parse(day) / DAY_MS
const dayAt = (number: number): string => new Date(number * DAY_MS).toISOString().slice(0, 10)

/** How often each group spoke of a theme. */
export type ThemeCount = {
  readonly theme: string
  readonly all: number
  readonly groups: Readonly<Record<Role, number>>
}

type Noted = Pick<InboxRow, 'comment' | 'review'>

/** The themes by the groups that spoke of them, the most frequent first. */
export function themesByGroup(rows: readonly Noted[]): readonly ThemeCount[] {
  const counts = new Map<string, Record<Role, number>>()
  for (const { comment, review } of rows) {
    if (!isSaid(comment)) continue
    for (const theme of review?.themes ?? []) {
      const groups = counts.get(theme) ?? { student: 0, parent: 0, teacher: 0, staff: 0, resident: 0 }
      groups[comment.role]++
      counts.set(theme, groups)
    }
  }
  return [...counts]
    .map(([theme, groups]) => ({ theme, groups, all: ROLES.reduce((sum, role) => sum + groups[role], 0) }))
    .toSorted((one, other) => other.all - one.all || (one.theme < other.theme ? -1 : 1))
}

/** A theme that people speak of on a task: how many comments, and which of them most agree with. */
export type TaskTheme = { readonly id: string; readonly count: number; readonly comments: readonly Comment[] }

/** The themes of the comments on a task that anybody can see, the most frequent first, each with at most so many of them. */
export function themesOn(taskId: TaskId, rows: readonly Noted[], most: number): readonly TaskTheme[] {
  const found = new Map<string, Comment[]>()
  for (const { comment, review } of rows) {
    if (comment.taskId !== taskId || comment.status !== 'visible' || isCollapsed(comment)) continue
    for (const theme of review?.themes ?? []) {
      const known = found.get(theme)
      if (known) known.push(comment)
      else found.set(theme, [comment])
    }
  }
  return [...found]
    .map(([id, comments]) => ({
      id,
      count: comments.length,
      comments: comments.toSorted((one, other) => other.agreeTotal - one.agreeTotal).slice(0, most),
    }))
    .toSorted((one, other) => other.count - one.count || (one.id < other.id ? -1 : 1))
}

/** Of all comments that anybody can see, those that the groups share most and those that divide them most. */
export function groundOfAll(comments: readonly Comment[], most: number) {
  const open = comments.filter(({ status, parentId }) => status === 'visible' && parentId === null)
  return commonGround(open, most)
}

/** The share of a group that agrees with a comment; null where nobody of it has reacted. */
export function agreeing({ agree, disagree }: Votes, role: Role): number | null {
  const votes = agree[role] + disagree[role]
  return votes === 0 ? null : agree[role] / votes
}
