import { collection, doc, getDoc, serverTimestamp, where } from 'firebase/firestore/lite'
import type { Comment } from '#domain/comment.ts'
import { COMMENTS_PER_PAGE } from '#domain/comment-list.ts'
import type { AnswerStatus, OfficialAnswer } from '#domain/official-answer.ts'
import type { TaskId } from '#domain/plan.ts'
import { type BulkResult, inBatches } from './bulk.ts'
import { commit } from './commit.ts'
import { DataError } from './errors.ts'
import { db } from './firestore.ts'
import { readInOrder, STAFF_PAGE, type TimeCursor, type TimePage } from './in-order.ts'
import { actor, log } from './log-entry.ts'
import { parseAnswer } from './responses.ts'
import { readCommentById } from './review-comments.ts'
import { beginSending, type Sending } from './unanswered.ts'

// All official answers, and giving them. Those to a page of comments are read by responses.ts.

/** An answer takes five look-ups, three of its own rule and two of its entry's: four make a batch of twenty. */
const AT_ONCE = 4

const responses = () => collection(db, 'responses')

/** Which answers somebody wants to see; null is all. */
export type AnswerList = { readonly status: AnswerStatus | null; readonly taskId: TaskId | null }

const ALL: AnswerList = { status: null, taskId: null }

/**
 * Official answers, the newest first, 20 at a time: for everybody. Costs a read an answer, and at least one.
 * @param after the `next` of the page before
 */
export function readAnswers(
  after: TimeCursor | null,
  { status, taskId }: AnswerList = ALL,
): Promise<TimePage<OfficialAnswer>> {
  const filters = [
    ...(status === null ? [] : [where('status', '==', status)]),
    ...(taskId === null ? [] : [where('taskId', '==', taskId)]),
  ]
  return readInOrder(
    responses(),
    { by: 'at', direction: 'desc', perPage: COMMENTS_PER_PAGE, filters },
    after,
    parseAnswer,
  )
}

/** The same for reviewers, 500 at a time. */
export const readAllAnswers = (after: TimeCursor | null): Promise<TimePage<OfficialAnswer>> =>
  readInOrder(responses(), { by: 'at', direction: 'desc', perPage: STAFF_PAGE }, after, parseAnswer)

/** What the office says, to one comment or to many. */
export type Answer = Pick<OfficialAnswer, 'status' | 'message' | 'office'>

/**
 * Answers comments, or answers them anew, each with an entry in the log, four a batch. To be called by `bulk`.
 * @param answered those that have an answer: it keeps its first time. Of the others, none that has got one is replaced
 * @returns what failed with `missing` is hidden or was withdrawn, with `conflict` says something else by now
 */
export async function answerComments(
  comments: readonly Pick<Comment, 'id' | 'taskId' | 'edits'>[],
  { status, message, office }: Answer,
  answered: ReadonlySet<string>,
  onProgress?: (done: number) => void,
): Promise<BulkResult> {
  const byUid = await actor()
  const sendings = new Map<string, Sending>()
  const sendingOf = ({ id, edits }: Pick<Comment, 'id' | 'edits'>): Sending => {
    const sending = sendings.get(id) ?? beginSending(byUid, `answer:${id}`, [edits, status, message, office])
    sendings.set(id, sending)
    return sending
  }
  return inBatches({
    items: comments,
    idOf: ({ id }) => id,
    atOnce: AT_ONCE,
    write: async (some) => {
      await commit((batch) => {
        for (const comment of some) {
          const { id, taskId, edits } = comment
          const logEntry = sendingOf(comment).entry
          const says = { taskId, edits, status, message, office, at: serverTimestamp(), logEntry }
          if (answered.has(id)) batch.update(doc(responses(), id), says)
          else batch.set(doc(responses(), id), { ...says, firstAt: serverTimestamp() })
          log(batch, logEntry, { action: 'answer', target: id, byUid, reason: status })
        }
      })
      for (const comment of some) sendingOf(comment).answered()
    },
    whyRefused: async ({ id, taskId, edits }) => {
      const named = (await getDoc(doc(responses(), id))).get('logEntry')
      const sending = sendingOf({ id, edits })
      sending.answered()
      // A write whose answer was lost has arrived.
      if (named === sending.entry) return null
      const now = await readCommentById(taskId, id)
      if (now?.status !== 'visible') return new DataError('missing')
      return new DataError(now.edits === edits ? 'refused' : 'conflict')
    },
    onProgress,
  })
}
