import type { InboxRow } from '#domain/inbox.ts'
import type { Review, ReviewComment, Theme } from '#domain/review.ts'
import { searchText } from '#domain/search-index.ts'
import type { StaffMember } from '#domain/staff.ts'
import { sampleComment } from './samples.ts'

/** Ids of comments as they are made, by a number. */
export const commentId = (number: number): string => `t3-${String(number).padStart(20, '0')}`

export const reviewComment = (changes: Partial<ReviewComment> = {}): ReviewComment => ({
  ...sampleComment(changes),
  hiddenReason: changes.hiddenReason ?? null,
})

export const sampleReview = (changes: Partial<Review> = {}): Review => ({
  commentId: commentId(1),
  taskId: 't3',
  state: 'new',
  themes: [],
  note: '',
  assignee: null,
  version: 1,
  byUid: 'hana',
  at: new Date('2026-03-05T05:00:00Z'),
  ...changes,
})

export const inboxRow = (changes: Partial<ReviewComment> = {}, rest: Partial<InboxRow> = {}): InboxRow => {
  const comment = reviewComment(changes)
  const search = searchText(comment.text, comment.translation?.text ?? '')
  return { comment, review: null, answer: null, search, ...rest }
}

export const THEMES: readonly Theme[] = [
  { id: 'ThemeThemeThemeThe01', label: { ko: '도서관', en: 'Libraries' } },
  { id: 'ThemeThemeThemeThe02', label: { ko: '급식', en: 'School meals' } },
]

const reviewer = (uid: string, name: string): StaffMember => ({
  uid,
  name,
  office: '교육정책국',
  canReview: true,
  canEdit: false,
  canInvite: false,
  canManage: false,
  logEntry: 'an entry',
})

export const STAFF: readonly StaffMember[] = [reviewer('hana', '김하나'), reviewer('duri', '이두리')]
