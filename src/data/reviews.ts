import { hashKey } from '@tanstack/react-query'
import { collection, type DocumentSnapshot, doc, getDoc, serverTimestamp } from 'firebase/firestore/lite'
import * as v from 'valibot'
import type { Comment } from '#domain/comment.ts'
import { TASK_IDS } from '#domain/plan.ts'
import { changedReview, REVIEW_STATES, type Review, type ReviewChange } from '#domain/review.ts'
import { type BulkResult, inBatches } from './bulk.ts'
import { commit } from './commit.ts'
import { DataError } from './errors.ts'
import { db } from './firestore.ts'
import { readInOrder, readSince, STAFF_PAGE, type TimeCursor, type TimePage } from './in-order.ts'
import { actor } from './log-entry.ts'
import { count, date, parseOrSkip } from './schemas.ts'

const reviewSchema = v.object({
  taskId: v.picklist(TASK_IDS),
  state: v.picklist(REVIEW_STATES),
  themes: v.array(v.string()),
  note: v.string(),
  assignee: v.nullable(v.string()),
  version: count,
  byUid: v.string(),
  at: date,
})

/** Two look-ups for each: the right to review and, for a new one, the comment. */
const AT_ONCE = 10

const reviews = collection(db, 'reviews')

function parse(found: DocumentSnapshot): Review | null {
  const fields = parseOrSkip(reviewSchema, found.ref.path, found.data())
  return fields && { commentId: found.id, ...fields }
}

/** All reviews, those changed longest ago first, 500 at a time. Costs a read a review. @param after the `next` before */
export const readReviews = (after: TimeCursor | null): Promise<TimePage<Review>> =>
  readInOrder(reviews, { by: 'at', direction: 'asc', perPage: STAFF_PAGE }, after, parse)

/** What reviewers have changed since a moment. Costs a read a review, and at least one. */
export const readReviewsSince = (at: Date): Promise<readonly Review[]> => readSince(reviews, 'at', at, parse)

/** A comment's review as it is now; null if nobody has looked at it. Costs 1 read. */
export async function readReview(commentId: string): Promise<Review | null> {
  const snapshot = await getDoc(doc(reviews, commentId))
  return snapshot.exists() ? parse(snapshot) : null
}

/** Whether two reviews say the same, whenever that was. */
const isSame = ({ at: _, ...one }: Review, { at: __, ...other }: Review) => hashKey([one]) === hashKey([other])

/** What is to change of the review of a comment, as it was when somebody decided so. */
export type ReviewWrite = {
  readonly before: Review | null
  readonly comment: Pick<Comment, 'id' | 'taskId'>
  readonly change: ReviewChange
}

/**
 * Marks, tags, notes and assigns, ten comments a batch. To be called by `bulk`.
 * @returns what failed with `conflict` was changed by somebody else in the meantime: read it again with readReview
 */
export async function writeReviews(
  writes: readonly ReviewWrite[],
  onProgress?: (done: number) => void,
): Promise<BulkResult> {
  const byUid = await actor()
  return inBatches({
    items: writes,
    idOf: ({ comment }) => comment.id,
    atOnce: AT_ONCE,
    write: (some) =>
      commit((batch) => {
        for (const { before, comment, change } of some) {
          const { commentId, ...fields } = changedReview(before, comment, change, byUid)
          batch.set(doc(reviews, commentId), { ...fields, at: serverTimestamp() })
        }
      }),
    whyRefused: async ({ before, comment, change }) => {
      const now = await readReview(comment.id)
      if (now && isSame(now, changedReview(before, comment, change, byUid))) return null
      return new DataError((now?.version ?? 0) === (before?.version ?? 0) ? 'refused' : 'conflict')
    },
    onProgress,
  })
}
