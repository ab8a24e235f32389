import {
  collectionGroup,
  type DocumentData,
  doc,
  getDoc,
  getDocs,
  limit,
  orderBy,
  type Query,
  type QueryDocumentSnapshot,
  query,
  startAfter,
  Timestamp,
  where,
} from 'firebase/firestore/lite'
import * as v from 'valibot'
import type { Comment } from '#domain/comment.ts'
import { COMMENTS_PER_PAGE } from '#domain/comment-list.ts'
import type { Localized } from '#domain/language.ts'
import type { OfficialAnswer } from '#domain/official-answer.ts'
import { isTaskId, type TaskId } from '#domain/plan.ts'
import { REACTIONS, type Reaction } from '#domain/reaction.ts'
import { STANCES, type Stance } from '#domain/stance.ts'
import { parseComment } from './comment-schema.ts'
import { toDataError } from './errors.ts'
import { db } from './firestore.ts'
import { readResponses } from './responses.ts'
import { date, parseOrSkip } from './schemas.ts'
import { readPlan } from './tasks.ts'

// What is stored of a person and nobody else is shown together: over all tasks, newest first.

/** A place in a list of one's own: a moment, to the microsecond. Nobody does two things of a kind at the same one. */
export type OwnCursor = { readonly seconds: number; readonly nanoseconds: number }

/** One page of what is one's own, and where the next one starts: null after the last. */
export type OwnPage<T> = { readonly items: readonly T[]; readonly next: OwnCursor | null }

/** The documents of a page, the newest first; @param by their time */
export async function readOwnDocs(
  collectionId: 'comments' | 'reactions',
  uid: string,
  after: OwnCursor | null,
): Promise<OwnPage<QueryDocumentSnapshot<DocumentData>>> {
  const by = collectionId === 'comments' ? 'createdAt' : 'at'
  const own: Query = query(collectionGroup(db, collectionId), where('authorId', '==', uid), orderBy(by, 'desc'))
  const place = after ? [startAfter(new Timestamp(after.seconds, after.nanoseconds))] : []
  const { docs } = await getDocs(query(own, ...place, limit(COMMENTS_PER_PAGE)))
  const last: unknown = docs.length === COMMENTS_PER_PAGE ? docs.at(-1)?.get(by) : null
  const next = last instanceof Timestamp ? { seconds: last.seconds, nanoseconds: last.nanoseconds } : null
  return { items: docs, next }
}

/** The task that a document lies under: tasks/t3/… */
function taskOf({ ref }: QueryDocumentSnapshot): TaskId | null {
  const id = ref.path.split('/')[1]
  return isTaskId(id) ? id : null
}

/** One's own comment with what others do not see of it, why it is hidden, and with the official answer to it. */
export type OwnComment = Comment & { readonly hiddenReason: string | null; readonly answer: OfficialAnswer | null }

const reasonSchema = v.object({ hiddenReason: v.nullable(v.string()) })

/** A person's own comments and replies, newest first, 20 at a time. Costs a read a comment, and one an answer. */
export async function readCommentsOf(uid: string, after: OwnCursor | null): Promise<OwnPage<OwnComment>> {
  const { items, next } = await readOwnDocs('comments', uid, after)
  const answers = items.length > 0 ? await readResponses(items.map(({ id }) => id)) : {}
  const comments = items.flatMap((snapshot): OwnComment[] => {
    const { id, ref } = snapshot
    const taskId = taskOf(snapshot)
    const comment = taskId && parseComment(taskId, id, snapshot.data())
    const reason = parseOrSkip(reasonSchema, ref.path, snapshot.data())
    return comment ? [{ ...comment, hiddenReason: reason?.hiddenReason ?? null, answer: answers[id] ?? null }] : []
  })
  return { items: comments, next }
}

const reactionSchema = v.object({ commentId: v.string(), value: v.picklist(REACTIONS), at: date })

/** What somebody thinks of a comment, and its words as long as they may be read. */
export type OwnReaction = {
  readonly taskId: TaskId
  readonly commentId: string
  readonly value: Reaction
  readonly at: Date
  readonly comment: Pick<
    Comment,
    'authorId' | 'text' | 'lang' | 'translation' | 'reportCount' | 'edits' | 'decided'
  > | null
}

async function readWords(taskId: TaskId, id: string): Promise<OwnReaction['comment']> {
  try {
    const snapshot = await getDoc(doc(db, 'tasks', taskId, 'comments', id))
    return snapshot.exists() ? parseComment(taskId, id, snapshot.data()) : null
  } catch (error) {
    // Hidden since.
    if (toDataError(error).kind === 'refused') return null
    throw error
  }
}

/** A person's own reactions, newest first, 20 at a time, with the comments. Costs two reads a reaction. */
export async function readReactionsOf(uid: string, after: OwnCursor | null): Promise<OwnPage<OwnReaction>> {
  const { items, next } = await readOwnDocs('reactions', uid, after)
  const reactions = items.map(async (snapshot): Promise<OwnReaction | null> => {
    const taskId = taskOf(snapshot)
    const fields = taskId && parseOrSkip(reactionSchema, snapshot.ref.path, snapshot.data())
    return taskId && fields ? { taskId, ...fields, comment: await readWords(taskId, fields.commentId) } : null
  })
  return { items: (await Promise.all(reactions)).filter((reaction) => reaction !== null), next }
}

const stanceSchema = v.object({ value: v.picklist(STANCES), at: date })

/** A stance as it is stored. */
export type OwnStance = { readonly revision: number; readonly value: Stance; readonly at: Date }

/** The stances on a task, the newest revision first. */
export type OwnStances = {
  readonly taskId: TaskId
  readonly title: Localized
  readonly revision: number
  readonly stances: readonly OwnStance[]
}

/** Where each stance of a person would be: on every revision of every task, the newest first. */
export const stanceRefs = (uid: string, taskId: TaskId, revisions: number) =>
  Array.from({ length: revisions }, (_, i) => {
    const revision = revisions - i
    return { revision, ref: doc(db, 'tasks', taskId, 'revisions', String(revision), 'stances', uid) }
  })

/** A person's stances on all tasks, as stored. Costs a read a task and one a revision. */
export async function readStancesOf(uid: string): Promise<readonly OwnStances[]> {
  const tasks = await readPlan()
  return Promise.all(
    tasks.map(async ({ id, title, revision }) => {
      const read = stanceRefs(uid, id, revision).map(async ({ revision, ref }): Promise<OwnStance[]> => {
        const snapshot = await getDoc(ref)
        const fields = snapshot.exists() ? parseOrSkip(stanceSchema, ref.path, snapshot.data()) : null
        return fields ? [{ revision, ...fields }] : []
      })
      return { taskId: id, title, revision, stances: (await Promise.all(read)).flat() }
    }),
  )
}
