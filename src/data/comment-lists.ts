import {
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
import type { Comment } from '#domain/comment.ts'
import { COMMENTS_PER_PAGE, type CommentList, type Sort } from '#domain/comment-list.ts'
import type { TaskId } from '#domain/plan.ts'
import { commentsOf, parseComment } from './comment-schema.ts'

/**
 * A place in a list: the count it is ordered by, if any, the exact time of a comment, to the microsecond, and its id
 * among those of the same time.
 */
export type CommentCursor = {
  readonly count: number | null
  readonly seconds: number
  readonly nanoseconds: number
  readonly id: string
}

/** One page of comments, and where the next one starts: null after the last. */
export type CommentPage = { readonly comments: readonly Comment[]; readonly next: CommentCursor | null }

const COUNTS = { newest: null, agreed: 'agreeTotal', discussed: 'replyCount' } as const satisfies Record<Sort, unknown>

type Count = (typeof COUNTS)[Sort]

function cursorAt(snapshot: QueryDocumentSnapshot, count: Count): CommentCursor | null {
  const at: unknown = snapshot.get('createdAt')
  if (!(at instanceof Timestamp)) return null
  const counted = count === null ? null : Number(snapshot.get(count))
  return { count: counted, seconds: at.seconds, nanoseconds: at.nanoseconds, id: snapshot.id }
}

function placeAfter({ count, seconds, nanoseconds, id }: CommentCursor): QueryConstraint {
  const at = new Timestamp(seconds, nanoseconds)
  return count === null ? startAfter(at, id) : startAfter(count, at, id)
}

/** @param count the field that comes before the time in the order */
async function readPage(
  taskId: TaskId,
  after: CommentCursor | null,
  count: Count,
  ...constraints: QueryConstraint[]
): Promise<CommentPage> {
  const place = after ? [placeAfter(after)] : []
  const { docs } = await getDocs(query(commentsOf(taskId), ...constraints, ...place, limit(COMMENTS_PER_PAGE)))
  const comments = docs
    .map((snapshot) => parseComment(taskId, snapshot.id, snapshot.data()))
    .filter((comment) => comment !== null)
  const last = docs.length === COMMENTS_PER_PAGE ? docs.at(-1) : undefined
  return { comments, next: last ? cursorAt(last, count) : null }
}

// Withdrawn comments keep the place of their replies; among those people agree with they have none.
const shown = (sort: Sort) => where('status', 'in', sort === 'agreed' ? ['visible'] : ['visible', 'withdrawn'])

const filters = ({ role, subtaskId, lang }: CommentList): QueryConstraint[] => [
  ...(role === null ? [] : [where('role', '==', role)]),
  ...(subtaskId === null ? [] : [where('subtaskId', '==', subtaskId)]),
  ...(lang === null ? [] : [where('lang', '==', lang)]),
]

const newestFirst = () => [orderBy('createdAt', 'desc'), orderBy(documentId(), 'desc')]

/**
 * The comments on a task without replies, 20 at a time. Costs a read a comment.
 * @param after the `next` of the page before
 */
export function readComments(taskId: TaskId, list: CommentList, after: CommentCursor | null): Promise<CommentPage> {
  const count = COUNTS[list.sort]
  const order = count === null ? [] : [orderBy(count, 'desc')]
  const chosen = [where('parentId', '==', null), shown(list.sort), ...filters(list)]
  return readPage(taskId, after, count, ...chosen, ...order, ...newestFirst())
}

/** The replies to a comment, oldest first, 20 at a time. Costs a read a reply. */
export const readReplies = (taskId: TaskId, parentId: string, after: CommentCursor | null): Promise<CommentPage> =>
  readPage(
    taskId,
    after,
    null,
    where('parentId', '==', parentId),
    shown('newest'),
    orderBy('createdAt', 'asc'),
    orderBy(documentId(), 'asc'),
  )

/** Everything that was said on a task, replies among it, newest first, 20 at a time: to look for words in. */
export const readAllSaid = (taskId: TaskId, after: CommentCursor | null): Promise<CommentPage> =>
  readPage(taskId, after, null, where('status', '==', 'visible'), ...newestFirst())
