import type { Comment } from './comment.ts'
import type { Localized } from './language.ts'
import type { TaskId } from './plan.ts'
import { REPORT_REASONS, type ReportReason } from './report.ts'

/** How far a reviewer has come with a comment. One without a review is new. */
export const REVIEW_STATES = ['new', 'read', 'done'] as const
export type ReviewState = (typeof REVIEW_STATES)[number]

export const MAX_THEMES_PER_COMMENT = 5
/** Longest note of a reviewer, in UTF-16 units, as the rules count it. */
export const MAX_NOTE_LENGTH = 1000
/** Longest name of a theme, in each language. */
export const MAX_THEME_LENGTH = 60
/** Longest translation of a comment by staff: in English a Korean text needs more than twice as many letters. */
export const MAX_TRANSLATION_LENGTH = 6000
/** Longest name of an office, and of somebody who works there. */
export const MAX_OFFICE_LENGTH = 100

/** From so many agreements on, a comment is owed an official answer. */
export const AGREEMENTS_OWED_ANSWER = 50

/** What reviewers have made of a comment. */
export type Review = {
  readonly commentId: string
  readonly taskId: TaskId
  readonly state: ReviewState
  /** Ids of themes. */
  readonly themes: readonly string[]
  readonly note: string
  /** The staff member whose work it is. */
  readonly assignee: string | null
  /** 1, then one more each time: who writes upon an older one is refused. */
  readonly version: number
  readonly byUid: string
  readonly at: Date
}

/** What a reviewer changes of a review; the rest stays. */
export type ReviewChange = Partial<Pick<Review, 'state' | 'themes' | 'note' | 'assignee'>>

/**
 * A review after a change.
 * @param before null for a comment that nobody has looked at
 */
export const changedReview = (
  before: Review | null,
  { id, taskId }: Pick<Comment, 'id' | 'taskId'>,
  change: ReviewChange,
  byUid: string,
): Review => ({
  commentId: id,
  taskId,
  state: before?.state ?? 'new',
  themes: before?.themes ?? [],
  note: before?.note ?? '',
  assignee: before?.assignee ?? null,
  ...change,
  version: (before?.version ?? 0) + 1,
  byUid,
  at: new Date(),
})

/** What comments are about, in the reviewers' words. */
export type Theme = { readonly id: string; readonly label: Localized }

/** Why a comment is hidden: what it can be reported for. */
export const HIDE_REASONS = REPORT_REASONS
export type HideReason = ReportReason

/** A comment as reviewers see it: those who may see hidden ones see the reason too. */
export type ReviewComment = Comment & { readonly hiddenReason: HideReason | null }
