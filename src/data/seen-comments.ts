import type { InfiniteData } from '@tanstack/react-query'
import type { Comment } from '#domain/comment.ts'
import type { CommentCursor, CommentPage } from './comment-lists.ts'

type Pages = InfiniteData<CommentPage, CommentCursor | null>

/** A device keeps no more of one list than this many pages. */
const MAX_PAGES = 10

const isAfter = (comment: Comment, { seconds, nanoseconds, id }: CommentCursor): boolean => {
  const at = comment.createdAt.getTime()
  const cursorAt = seconds * 1000 + Math.floor(nanoseconds / 1e6)
  return at < cursorAt || (at === cursorAt && comment.id < id)
}

/**
 * Pages just read, and after them those seen before: on a later visit only the first is read again, and what was read
 * further down stays readable. What the new pages reach is as they say, so that what was hidden since is gone.
 */
export function withSeen(fresh: unknown, seen: unknown): Pages {
  const read = fresh as Pages
  const end = read.pages.at(-1)?.next
  if (!end) return read
  const older = (seen as Pages).pages
    .map((page) => ({ ...page, comments: page.comments.filter((comment) => isAfter(comment, end)) }))
    .filter((page) => page.comments.length > 0)
  const pages = [...read.pages, ...older].slice(0, MAX_PAGES)
  return { pages, pageParams: [null, ...pages.slice(0, -1).map((page) => page.next)] }
}
