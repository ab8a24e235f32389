import type { Comment } from '#domain/comment.ts'

/** The place of a comment's words in the other language. */
export function Translation(_: { comment: Comment }) {
  return null
}
