import {
  collection,
  doc,
  documentId,
  getDoc,
  getDocs,
  increment,
  limit,
  orderBy,
  type QueryConstraint,
  type QueryDocumentSnapshot,
  query,
  serverTimestamp,
  startAfter,
  Timestamp,
  where,
} from 'firebase/firestore/lite'
import * as v from 'valibot'
import { COMMENTS_PER_PAGE, type Comment } from '#domain/comment.ts'
import type { TaskId } from '#domain/plan.ts'
import { commit } from './commit.ts'
import { DataError, toDataError } from './errors.ts'
import { db } from './firestore.ts'
import { readParticipant } from './participants.ts'
import { byRole, count, date, lang, parseOrSkip, role, verification } from './schemas.ts'
import { currentUser } from './session.ts'
import { readTask } from './tasks.ts'

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

const commentsOf = (taskId: TaskId) => collection(db, 'tasks', taskId, 'comments')

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

/** Whether a comment is there to be answered: what is hidden cannot even be read. */
const isVisible = (taskId: TaskId, id: string): Promise<boolean> =>
  getDoc(doc(commentsOf(taskId), id)).then(
    (snapshot) => snapshot.get('status') === 'visible',
    (error) => {
      if (toDataError(error).kind === 'refused') return false
      throw error
    },
  )

/** Why the rules refused a comment, or null if it had in fact arrived before. */
async function whyRefused(comment: Comment): Promise<DataError | null> {
  const user = await currentUser()
  if (!user) return new DataError('signed-out')
  const [arrived, participant, task] = await Promise.all([
    getDoc(doc(commentsOf(comment.taskId), comment.id)),
    readParticipant(user.uid),
    readTask(comment.taskId),
  ])
  if (arrived.exists()) {
    if (arrived.get('authorId') !== user.uid) return new DataError('refused')
    // Arrived before; but what is sent now may have been changed since, or be another tab's.
    return arrived.get('text') === comment.text ? null : new DataError('arrived')
  }
  if (!participant) return new DataError('not-joined')
  if (task.status === 'closed') return new DataError('closed')
  if (comment.parentId !== null && !(await isVisible(comment.taskId, comment.parentId))) return new DataError('missing')
  // The app sends nothing else that the rules would refuse, so the clock of the last comment is what is left.
  return new DataError(participant.lastComment && task.revision === comment.revision ? 'too-soon' : 'refused')
}

/**
 * Publishes a comment, and in the same batch the moment of the person's last comment, which the rules compare, and of a
 * reply the count of the comment it answers.
 * @throws DataError `signed-out`, `not-joined`, `closed`, `too-soon`, `arrived` …; sending again is safe
 */
export async function addComment(comment: Comment): Promise<void> {
  const { id, taskId, createdAt: _, ...fields } = comment
  const { parentId } = fields
  const stored = {
    ...fields,
    createdAt: serverTimestamp(),
    status: 'visible',
    hiddenReason: null,
    moderations: 0,
    reportCount: 0,
    translation: null,
  }
  try {
    await commit((batch) => {
      batch.set(doc(commentsOf(taskId), id), stored)
      if (parentId !== null) batch.update(doc(commentsOf(taskId), parentId), { replyCount: increment(1) })
      batch.update(doc(db, 'participants', comment.authorId), { lastComment: { id, at: serverTimestamp() } })
    })
  } catch (error) {
    const failure = toDataError(error)
    if (failure.kind !== 'refused' && failure.kind !== 'missing') throw failure
    const reason = await whyRefused(comment)
    if (reason) throw reason
  }
}
