import { openReports } from './comment.ts'
import { grouped } from './grouped.ts'
import type { OfficialAnswer } from './official-answer.ts'
import { AGREEMENTS_OWED_ANSWER, type Review, type ReviewComment, type ReviewState } from './review.ts'
import type { SearchText } from './search-index.ts'

/** A comment as reviewers see it: with what they have noted about it, and what the office has answered. */
export type InboxRow = {
  readonly comment: ReviewComment
  readonly review: Review | null
  readonly answer: OfficialAnswer | null
  readonly search: SearchText
}

/** Where reviewers are with a comment; nobody has looked at one that has no review. */
export const reviewStateOf = ({ review }: InboxRow): ReviewState => review?.state ?? 'new'

export const themesOf = ({ review }: InboxRow): readonly string[] => review?.themes ?? []

/** Whether somebody reported it, and no reviewer has decided since about what it says now. */
export const isReported = ({ comment }: Pick<InboxRow, 'comment'>): boolean =>
  comment.status === 'visible' && openReports(comment) > 0

/** Whether so many agree with it that the office owes it an answer. */
export const isOwedAnswer = ({ comment, answer }: InboxRow): boolean =>
  answer === null && comment.status === 'visible' && comment.agreeTotal >= AGREEMENTS_OWED_ANSWER

const DAY_MS = 86_400_000

/** Days since it was written: how long it is owed an answer nobody knows, as when the fiftieth person agreed is not kept. */
export const daysOld = ({ comment }: Pick<InboxRow, 'comment'>, now: Date): number =>
  Math.max(0, Math.floor((now.getTime() - comment.createdAt.getTime()) / DAY_MS))

/** In which order the inbox is: the newest, the oldest, most agreed with, answered by others or reported first. */
export const INBOX_SORTS = ['newest', 'oldest', 'agreed', 'discussed', 'reported'] as const
export type InboxSort = (typeof INBOX_SORTS)[number]

/** What waits for a decision comes before what was decided, however often that was reported. */
const UNDECIDED = 1_000_000

const WEIGHTS: Readonly<Record<Exclude<InboxSort, 'newest' | 'oldest'>, (row: InboxRow) => number>> = {
  agreed: ({ comment }) => comment.agreeTotal,
  discussed: ({ comment }) => comment.replyCount,
  reported: (row) => row.comment.reportCount + (isReported(row) ? UNDECIDED : 0),
}

/** Newest first, and in one order for good where two are of the same moment. */
export const byNewest = ({ comment: one }: InboxRow, { comment: other }: InboxRow): number =>
  other.createdAt.getTime() - one.createdAt.getTime() || (one.id < other.id ? -1 : 1)

/** @param rows the newest first: what weighs the same keeps that order */
export function sorted(rows: readonly InboxRow[], sort: InboxSort): readonly InboxRow[] {
  if (sort === 'newest') return rows
  if (sort === 'oldest') return rows.toReversed()
  // There are far fewer weights than rows: those of one weight lie together already.
  const byWeight = grouped(rows, WEIGHTS[sort])
  return [...byWeight.keys()].toSorted((one, other) => other - one).flatMap((weight) => byWeight.get(weight) ?? [])
}
