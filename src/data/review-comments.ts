import {
  collectionGroup,
  type DocumentData,
  documentId,
  getDoc,
  getDocs,
  limit,
  orderBy,
  type QueryDocumentSnapshot,
  query,
  startAfter,
  where,
} from 'firebase/firestore/lite'
import * as v from 'valibot'
import { isTaskId, type TaskId } from '#domain/plan.ts'
import { AGREEMENTS_OWED_ANSWER, HIDE_REASONS, type ReviewComment } from '#domain/review.ts'
import { commentRef, commentsOf, parseComment } from './comment-schema.ts'
import { db } from './firestore.ts'
import { readInOrder, readSince, readToEnd, STAFF_PAGE, type TimeCursor } from './in-order.ts'

const reasonSchema = v.fallback(v.object({ hiddenReason: v.nullable(v.picklist(HIDE_REASONS)) }), {
  hiddenReason: null,
})

/** A comment as it is stored, hidden or not. Its task is said by its path: tasks/t3/comments/… */
function parse(taskId: string | undefined, id: string, data: DocumentData): ReviewComment | null {
  const comment = isTaskId(taskId) ? parseComment(taskId, id, data) : null
  return comment && { ...comment, ...v.parse(reasonSchema, data) }
}

const parseFound = (found: QueryDocumentSnapshot) => parse(found.ref.path.split('/')[1], found.id, found.data())

/** One page of comments, and where the next one starts: null after the last. */
export type ReviewPage = { readonly comments: readonly ReviewComment[]; readonly next: TimeCursor | null }

/**
 * Everything that was said on a task, hidden and withdrawn as well, the oldest first, 500 at a time. Costs a read a
 * comment.
 * @param after the `next` of the page before
 */
export async function readCommentsForReview(taskId: TaskId, after: TimeCursor | null): Promise<ReviewPage> {
  const order = { by: 'createdAt', direction: 'asc', perPage: STAFF_PAGE } as const
  const { items, next } = await readInOrder(commentsOf(taskId), order, after, parseFound)
  return { comments: items, next }
}

/** When the newest comment on a task was written; null if there is none. Costs 1 read. */
export async function readNewestMoment(taskId: TaskId): Promise<Date | null> {
  const order = { by: 'createdAt', direction: 'desc', perPage: 1 } as const
  const { items } = await readInOrder(commentsOf(taskId), order, null, parseFound)
  return items[0]?.createdAt ?? null
}

/** What was written on any task since a moment. Costs a read a comment, and at least one. */
export const readWrittenSince = (at: Date): Promise<readonly ReviewComment[]> =>
  readSince(collectionGroup(db, 'comments'), 'createdAt', at, parseFound)

/**
 * What was edited on any task since a moment. Costs a read a comment, and at least one. It tells neither of reactions
 * nor of what others have decided: for that see readAuditSince.
 */
export const readEditedSince = (at: Date): Promise<readonly ReviewComment[]> =>
  readSince(collectionGroup(db, 'comments'), 'editedAt', at, parseFound)

/** One comment as it is now, or null if there is none. Costs 1 read. */
export async function readCommentById(taskId: TaskId, id: string): Promise<ReviewComment | null> {
  const snapshot = await getDoc(commentRef(taskId, id))
  return snapshot.exists() ? parse(taskId, id, snapshot.data()) : null
}

/**
 * What was said on a task and taken back by its author. Costs a read a comment, and at least one: when that was nobody
 * keeps, so that it is all of it each time.
 */
export const readWithdrawn = (taskId: TaskId): Promise<readonly ReviewComment[]> => {
  const isWithdrawn = [where('status', '==', 'withdrawn')]
  const order = { by: 'createdAt', direction: 'desc', perPage: STAFF_PAGE, filters: isWithdrawn } as const
  return readToEnd(commentsOf(taskId), order, parseFound)
}

/** Comments on a task as they are now, by at most 30 ids. Costs a read a comment, and at least one. */
export async function readCommentsById(taskId: TaskId, ids: readonly string[]): Promise<readonly ReviewComment[]> {
  const named = where(documentId(), 'in', ids)
  const { docs } = await getDocs(query(commentsOf(taskId), named, limit(ids.length)))
  return docs.map(parseFound).filter((comment) => comment !== null)
}

/**
 * Of the comments on a task that anybody can see, those with so many agreements that they are owed an answer, the most
 * agreed first. Costs a read a comment, and at least one. Whether they have one, readResponses tells.
 */
export async function readOwedAnswer(taskId: TaskId): Promise<readonly ReviewComment[]> {
  const isOwed = [where('status', '==', 'visible'), where('agreeTotal', '>=', AGREEMENTS_OWED_ANSWER)]
  const owed = query(commentsOf(taskId), ...isOwed, orderBy('agreeTotal', 'desc'), limit(STAFF_PAGE))
  // One that people agree or disagree with meanwhile may come twice.
  const found = new Map<string, ReviewComment>()
  let last: QueryDocumentSnapshot | undefined
  do {
    const { docs } = await getDocs(last ? query(owed, startAfter(last)) : owed)
    for (const comment of docs.map(parseFound)) if (comment) found.set(comment.id, comment)
    last = docs.length === STAFF_PAGE ? docs.at(-1) : undefined
  } while (last)
  return [...found.values()]
}
