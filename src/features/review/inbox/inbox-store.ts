import { useSyncExternalStore } from 'react'
import { byNewest, type InboxRow } from '#domain/inbox.ts'
import type { OfficialAnswer } from '#domain/official-answer.ts'
import type { Review, ReviewComment, Theme } from '#domain/review.ts'
import { searchText } from '#domain/search-index.ts'
import type { StaffMember } from '#domain/staff.ts'

/** Everything that reviewers work on, as far as it is read. A change makes another one; rows that stay are the same. */
export type InboxState = {
  /** Every comment, the newest first. */
  readonly rows: readonly InboxRow[]
  readonly byId: ReadonlyMap<string, InboxRow>
  readonly themes: readonly Theme[]
  readonly staff: readonly StaffMember[]
  /** Documents read so far, as Firebase counts them. */
  readonly reads: number
  /** Whether all of it was read once. */
  readonly isComplete: boolean
}

const NOTHING: InboxState = {
  rows: [],
  byId: new Map(),
  themes: [],
  staff: [],
  reads: 0,
  isComplete: false,
}

/** What may come in at once. */
export type News = {
  readonly comments?: readonly ReviewComment[]
  readonly reviews?: readonly Review[]
  readonly answers?: readonly OfficialAnswer[]
  readonly themes?: readonly Theme[]
  readonly staff?: readonly StaffMember[]
  readonly reads?: number
}

const searched = ({ text, translation }: ReviewComment) => searchText(text, translation?.text ?? '')

/** A row with a comment as it is now; what was put down to search in stays while its words do. */
function withComment(row: InboxRow | undefined, comment: ReviewComment): Pick<InboxRow, 'comment' | 'search'> {
  const isSame = row?.comment.text === comment.text && row.comment.translation?.text === comment.translation?.text
  return { comment, search: row && isSame ? row.search : searched(comment) }
}

/** What was asked for before a decision, an edit or a withdrawal can arrive after it. A withdrawal is for good. */
const isOlder = (comment: ReviewComment, known: ReviewComment | undefined): boolean =>
  known !== undefined &&
  comment.status !== 'withdrawn' &&
  (known.status === 'withdrawn' || comment.moderations < known.moderations || comment.edits < known.edits)

/** All comments in memory, so that filters and searches ask nobody. One for the page, as long as it is open. */
export function createInboxStore() {
  let state = NOTHING
  // What has come in about comments that have not.
  const reviews = new Map<string, Review>()
  const answers = new Map<string, OfficialAnswer>()
  const byId = new Map<string, InboxRow>()
  const listeners = new Set<() => void>()

  const change = (part: Partial<InboxState>) => {
    state = { ...state, ...part }
    for (const listener of listeners) listener()
  }

  const lay = (id: string) => {
    const row = byId.get(id)
    if (row) byId.set(id, { ...row, review: reviews.get(id) ?? null, answer: answers.get(id) ?? null })
  }

  /** The rows in their order: sorted anew where some are new, otherwise each in its place. */
  const rowsNow = (before: number): readonly InboxRow[] =>
    byId.size === before
      ? state.rows.map((row) => byId.get(row.comment.id) ?? row)
      : [...byId.values()].toSorted(byNewest)

  return {
    state: (): InboxState => state,

    subscribe(listener: () => void): () => void {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },

    /** Takes in what was read. A comment or review that is older than the one that is known is no news. */
    take(news: News): void {
      const before = byId.size
      const touched = new Set<string>()
      for (const review of news.reviews ?? []) {
        if (review.version < (reviews.get(review.commentId)?.version ?? 0)) continue
        reviews.set(review.commentId, review)
        touched.add(review.commentId)
      }
      for (const answer of news.answers ?? []) {
        answers.set(answer.commentId, answer)
        touched.add(answer.commentId)
      }
      for (const comment of news.comments ?? []) {
        if (isOlder(comment, byId.get(comment.id)?.comment)) continue
        byId.set(comment.id, { review: null, answer: null, ...withComment(byId.get(comment.id), comment) })
        touched.add(comment.id)
      }
      for (const id of touched) lay(id)
      change({
        reads: state.reads + (news.reads ?? 0),
        ...(touched.size > 0 && { rows: rowsNow(before), byId: new Map(byId) }),
        ...(news.themes && { themes: news.themes }),
        ...(news.staff && { staff: news.staff }),
      })
    },

    /** Puts back what is stored, whatever was shown ahead of it. @param noted reviews by comment; null for none */
    putBack(comments: readonly ReviewComment[], noted: ReadonlyMap<string, Review | null>): void {
      for (const comment of comments) {
        const row = byId.get(comment.id)
        if (row && row.comment.status !== 'withdrawn') byId.set(comment.id, { ...row, ...withComment(row, comment) })
      }
      for (const [id, review] of noted) {
        if (review) reviews.set(id, review)
        else reviews.delete(id)
        lay(id)
      }
      change({ rows: rowsNow(byId.size), byId: new Map(byId) })
    },

    complete: () => change({ isComplete: true }),

    /** Forgets everything: somebody else is here. */
    clear(): void {
      for (const map of [reviews, answers, byId]) map.clear()
      change(NOTHING)
    },
  }
}

export const inbox = createInboxStore()

/** The inbox as it is now; drawn again whenever something comes in. */
export const useInbox = (): InboxState => useSyncExternalStore(inbox.subscribe, inbox.state, inbox.state)
