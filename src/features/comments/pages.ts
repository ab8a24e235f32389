import type { Comment } from '#domain/comment.ts'

/** The comments of several pages. Between two pages one may have moved down in the order, and come twice. */
export const commentsIn = (pages: readonly (readonly Comment[])[]): readonly Comment[] => [
  ...new Map(pages.flat().map((comment) => [comment.id, comment])).values(),
]
