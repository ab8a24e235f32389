import {
  collection,
  documentId,
  getDocs,
  limit,
  orderBy,
  type QueryConstraint,
  type QueryDocumentSnapshot,
  query,
  startAfter,
  Timestamp,
  where,
} from 'firebase/firestore/lite'
import * as v from 'valibot'
import { COMMENTS_PER_PAGE, type Comment } from '#domain/comment.ts'
import type { TaskId } from '#domain/plan.ts'
import { db } from './firestore.ts'
import { byRole, count, date, lang, parseOrSkip, role, verification } from './schemas.ts'

const commentSchema = v.object({
  authorId: v.string(),
  role,
  district: v.nullable(v.string()),
  verification,
  text: v.string(),
  lang,
  subtaskId: v.nullable(v.string()),
  parentId: v.nullable(v.string()),
  revision: count,
  createdAt: date,
  editedAt: v.nullable(date),
  edits: count,
  agree: byRole,
  disagree: byRole,
  agreeTotal: count,
  disagreeTotal: count,
  replyCount: count,
})

const parseComment = (taskId: TaskId, id: string, data: unknown): Comment | null => {
  const fields = parseOrSkip(commentSchema, `tasks/${taskId}/comments/${id}`, data)
  return fields && { id, taskId, ...fields }
}

/** All comments on a task, and the replies to them. */
export const commentsOf = (taskId: TaskId) => collection(db, 'tasks', taskId, 'comments')

async function readList(taskId: TaskId, ...constraints: QueryConstraint[]): Promise<CommentPage> {
  const found = query(commentsOf(taskId), where('status', '==', 'visible'), ...constraints, limit(COMMENTS_PER_PAGE))
  const { docs } = await getDocs(found)
  const comments = docs
    .map((snapshot) => parseComment(taskId, snapshot.id, snapshot.data()))
    .filter((comment) => comment !== null)
  const last = docs.length === COMMENTS_PER_PAGE ? docs.at(-1) : undefined
  return { comments, next: last ? cursorAt(last) : null }
}

/** A place in a list: the exact time of a comment, to the microsecond, and its id among those of the same time. */
export type CommentCursor = { readonly seconds: number; readonly nanoseconds: number; readonly id: string }

function cursorAt(snapshot: QueryDocumentSnapshot): CommentCursor | null {
  const at: unknown = snapshot.get('createdAt')
  return at instanceof Timestamp ? { seconds: at.seconds, nanoseconds: at.nanoseconds, id: snapshot.id } : null
}

/** One page of comments, and where the next one starts: null after the last. */
export type CommentPage = { readonly comments: readonly Comment[]; readonly next: CommentCursor | null }

/**
 * The visible comments on a task, newest first, 20 at a time, without replies. Costs a read a comment.
 * @param after the `next` of the page before
 */
export const readComments = (taskId: TaskId, after: CommentCursor | null): Promise<CommentPage> =>
  readList(
    taskId,
    where('parentId', '==', null),
    orderBy('createdAt', 'desc'),
    orderBy(documentId(), 'desc'),
    ...(after ? [startAfter(new Timestamp(after.seconds, after.nanoseconds), after.id)] : []),
  )

/** The visible replies to a comment, oldest first, at most 20. Costs a read a reply. */
export const readReplies = async (taskId: TaskId, parentId: string): Promise<readonly Comment[]> =>
  (await readList(taskId, where('parentId', '==', parentId), orderBy('createdAt', 'asc'))).comments
