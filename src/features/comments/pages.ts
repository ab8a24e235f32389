import type { CommentPage } from '#data/comment-lists.ts'
import type { Comment } from '#domain/comment.ts'

/** The comments of several pages. Between two pages one may have moved down in the order, and come twice. */
export const commentsIn = (pages: readonly (readonly Comment[])[]): readonly Comment[] => [
  ...new Map(pages.flat().map((comment) => [comment.id, comment])).values(),
]

/**
 * The replies of several pages, oldest first. One's own that has just arrived stands last of what is read, and where it
 * belongs once that has been read.
 */
export function repliesIn(pages: readonly (readonly Comment[])[]): readonly Comment[] {
  const replies = pages.flat()
  const last = new Map(replies.map(({ id }, index) => [id, index]))
  return replies.filter(({ id }, index) => last.get(id) === index)
}

/** Only ever grows: of two readings of a comment, the one that has more of it is the later one. */
const grownOf = ({ edits, moderations, reportCount }: Comment): number => edits + moderations + reportCount

const isEarlier = (one: Comment, other: Comment): boolean =>
  other.status === 'withdrawn' ? one.status !== 'withdrawn' : grownOf(one) < grownOf(other)

/**
 * Each comment of several lists as it was read last: a list that was read on just now still begins with pages of before.
 * @param pages the last that was read at the end
 */
export function latestOf(pages: readonly (readonly Comment[])[]): readonly Comment[] {
  const latest = new Map<string, Comment>()
  for (const comment of pages.flat()) {
    const known = latest.get(comment.id)
    if (!known || !isEarlier(comment, known)) latest.set(comment.id, comment)
  }
  return [...latest.values()]
}

/** A page of everything. */
export type SaidPage = CommentPage & {
  /** When it was asked for. */
  readonly began?: number
}

/**
 * What a list still shows that has been hidden or taken back since: everything has been read, newest first, and has come past
 * its place without it.
 * @returns whether a comment is such a one; `readAt` is when its list was read
 */
export function goneBy(said: readonly SaidPage[]): (comment: Comment, readAt: number) => boolean {
  const there = new Set(said.flatMap(({ comments }) => comments.map(({ id }) => id)))
  const last = said.at(-1)
  const end = last?.next === null ? Number.NEGATIVE_INFINITY : last?.comments.at(-1)?.createdAt.getTime()
  const began = said[0]?.began ?? 0
  return ({ id, createdAt }, readAt) =>
    end !== undefined && readAt < began && createdAt.getTime() > end && !there.has(id)
}
