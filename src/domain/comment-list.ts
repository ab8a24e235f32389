import type { Comment } from './comment.ts'
import type { Lang } from './language.ts'
import type { Role } from './roles.ts'

/** Comments in one list; the rules refuse longer ones. */
export const COMMENTS_PER_PAGE = 20

/** In which order comments are listed: the newest, those most agree with, or those with most replies first. */
export const SORTS = ['newest', 'agreed', 'discussed'] as const
export type Sort = (typeof SORTS)[number]

export const isSort = (value: unknown): value is Sort => SORTS.some((sort) => sort === value)

/** Which comments on a task somebody wants to see, in which order; null is all. */
export type CommentList = {
  readonly sort: Sort
  readonly role: Role | null
  readonly subtaskId: string | null
  readonly lang: Lang | null
}

/** All comments, the newest first. */
export const ALL_NEWEST: CommentList = { sort: 'newest', role: null, subtaskId: null, lang: null }

/** Of a list, what narrows it down. */
export const FILTERS = ['role', 'subtaskId', 'lang'] as const

/** Whether a comment belongs into a list, wherever its place in it is. */
export const belongsTo = (comment: Comment, list: CommentList): boolean =>
  FILTERS.every((filter) => list[filter] === null || list[filter] === comment[filter])
