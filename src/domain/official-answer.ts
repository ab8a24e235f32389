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
  /** When the comment was answered first; null where nobody knows. */
  readonly firstAt: Date | null
}

/** When an answer was changed last; null if it says what it said first, as far as is known. */
export const changedAt = ({ at, firstAt }: Pick<OfficialAnswer, 'at' | 'firstAt'>): Date | null =>
  firstAt && at > firstAt ? at : null
