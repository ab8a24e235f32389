import * as v from 'valibot'
import { COMMENTS_PER_PAGE, type Comment } from '#domain/comment.ts'
import { detectLang } from '#domain/language.ts'
import type { Participant } from '#domain/participant.ts'
import type { Task, TaskId } from '#domain/plan.ts'
import { noneByRole } from '#domain/roles.ts'
import { DataError, toDataError } from './errors.ts'
import { type FirestoreSdk, withFirestore } from './firestore.ts'
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

const commentsOf = ({ collection, db }: FirestoreSdk, taskId: TaskId) => collection(db, 'tasks', taskId, 'comments')

/** One page of comments, and where the next one starts: null after the last. */
export type CommentPage = { readonly comments: readonly Comment[]; readonly next: Date | null }

/**
 * The visible comments on a task, newest first, 20 at a time, without replies. Costs a read a comment.
 * @param after the `next` of the page before
 */
export const readComments = (taskId: TaskId, after: Date | null): Promise<CommentPage> =>
  withFirestore(async (sdk) => {
    const { getDocs, limit, orderBy, query, startAfter, Timestamp, where } = sdk
    const { docs } = await getDocs(
      query(
        commentsOf(sdk, taskId),
        where('parentId', '==', null),
        where('status', '==', 'visible'),
        orderBy('createdAt', 'desc'),
        ...(after ? [startAfter(Timestamp.fromDate(after))] : []),
        limit(COMMENTS_PER_PAGE),
      ),
    )
    const comments = docs
      .map((snapshot) => parseComment(taskId, snapshot.id, snapshot.data()))
      .filter((comment) => comment !== null)
    const last = comments.at(-1)
    return { comments, next: docs.length === COMMENTS_PER_PAGE && last ? last.createdAt : null }
  })

/** The visible replies to a comment, oldest first, at most 20. Costs a read a reply. */
export const readReplies = (taskId: TaskId, parentId: string): Promise<Comment[]> =>
  withFirestore(async (sdk) => {
    const { getDocs, limit, orderBy, query, where } = sdk
    const { docs } = await getDocs(
      query(
        commentsOf(sdk, taskId),
        where('parentId', '==', parentId),
        where('status', '==', 'visible'),
        orderBy('createdAt', 'asc'),
        limit(COMMENTS_PER_PAGE),
      ),
    )
    return docs
      .map((snapshot) => parseComment(taskId, snapshot.id, snapshot.data()))
      .filter((comment) => comment !== null)
  })

export type NewComment = {
  /** Made by newCommentId and kept with the draft, so that sending again finds what already arrived. */
  readonly id: string
  readonly text: string
  readonly subtaskId: string | null
}

/** What a new comment will look like once it has arrived. */
export const draftedComment = (me: Participant, task: Task, { id, text, subtaskId }: NewComment): Comment => ({
  id,
  taskId: task.id,
  authorId: me.uid,
  role: me.role,
  district: me.district,
  verification: me.verification,
  text,
  lang: detectLang(text, me.lang),
  subtaskId,
  parentId: null,
  revision: task.revision,
  createdAt: new Date(),
  editedAt: null,
  edits: 0,
  agree: noneByRole(),
  disagree: noneByRole(),
  agreeTotal: 0,
  disagreeTotal: 0,
  replyCount: 0,
})

/** Why the rules refused a comment, or null if it had in fact arrived before. */
async function whyRefused(comment: Comment): Promise<DataError | null> {
  const user = await currentUser()
  if (!user) return new DataError('signed-out')
  const [arrived, participant, task] = await Promise.all([
    withFirestore(async (sdk) => sdk.getDoc(sdk.doc(commentsOf(sdk, comment.taskId), comment.id))),
    readParticipant(user.uid),
    readTask(comment.taskId),
  ])
  if (arrived.exists()) return arrived.get('authorId') === user.uid ? null : new DataError('refused')
  if (!participant) return new DataError('not-joined')
  if (task.status === 'closed') return new DataError('closed')
  // The app sends nothing else that the rules would refuse, so the clock of the last comment is what is left.
  return new DataError(participant.lastComment && task.revision === comment.revision ? 'too-soon' : 'refused')
}

/**
 * Publishes a comment, and in the same batch the moment of the person's last comment, which the rules compare.
 * @throws DataError `signed-out`, `not-joined`, `closed`, `too-soon`, `offline` …; sending again is safe
 */
export async function addComment(comment: Comment): Promise<void> {
  try {
    await withFirestore(async (sdk) => {
      const { db, doc, serverTimestamp, writeBatch } = sdk
      const { id, taskId: _, createdAt: __, ...fields } = comment
      const batch = writeBatch(db)
      batch.set(doc(commentsOf(sdk, comment.taskId), id), {
        ...fields,
        createdAt: serverTimestamp(),
        status: 'visible',
        hiddenReason: null,
        moderations: 0,
        reportCount: 0,
        translation: null,
      })
      batch.update(doc(db, 'participants', comment.authorId), { lastComment: { id, at: serverTimestamp() } })
      await batch.commit()
    })
  } catch (error) {
    const failure = toDataError(error)
    if (failure.kind !== 'refused' && failure.kind !== 'missing') throw failure
    const reason = await whyRefused(comment)
    if (reason) throw reason
  }
}
