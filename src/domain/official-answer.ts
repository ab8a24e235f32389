import type { Localized } from './language.ts'
import type { TaskId } from './plan.ts'

/** What became of a comment: still being looked at, taken up, in part, not, or simply answered. */
export const ANSWER_STATUSES = ['considering', 'adopted', 'partly', 'declined', 'answered'] as const
export type AnswerStatus = (typeof ANSWER_STATUSES)[number]

export const isAnswerStatus = (value: unknown): value is AnswerStatus =>
  ANSWER_STATUSES.some((status) => status === value)

/** Longest message of an answer in each language, in UTF-16 units, as the rules count it. */
export const MAX_ANSWER_LENGTH = 2000

/** What the education office says to a comment. */
export type OfficialAnswer = {
  readonly commentId: string
  readonly taskId: TaskId
  /** How often the comment had been changed when it was answered. */
  readonly edits: number
  readonly status: AnswerStatus
  readonly message: Localized
  readonly office: Localized
  readonly at: Date
}
