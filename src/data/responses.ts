import {
  collection,
  documentId,
  getDocs,
  limit,
  type QueryDocumentSnapshot,
  query,
  where,
} from 'firebase/firestore/lite'
import * as v from 'valibot'
import { COMMENTS_PER_PAGE } from '#domain/comment-list.ts'
import { ANSWER_STATUSES, type OfficialAnswer } from '#domain/official-answer.ts'
import { TASK_IDS } from '#domain/plan.ts'
import { db } from './firestore.ts'
import { count, date, localized, parseOrSkip } from './schemas.ts'

const responseSchema = v.object({
  taskId: v.picklist(TASK_IDS),
  // Of before answers said so: as if to what it said first.
  edits: v.optional(count, 0),
  status: v.picklist(ANSWER_STATUSES),
  message: localized,
  office: localized,
  at: date,
  // Of before answers said so.
  firstAt: v.optional(v.nullable(date), null),
})

/** An official answer as it is stored, or null if it is not as it should be. */
export function parseAnswer(snapshot: QueryDocumentSnapshot): OfficialAnswer | null {
  const fields = parseOrSkip(responseSchema, snapshot.ref.path, snapshot.data())
  return fields && { commentId: snapshot.id, ...fields }
}

/** Official answers by the id of the comment. */
export type OfficialAnswers = Readonly<Record<string, OfficialAnswer>>

/** The official answers to at most 20 comments. Costs a read for each that there is, and at least one. */
export async function readResponses(commentIds: readonly string[]): Promise<OfficialAnswers> {
  const responses = collection(db, 'responses')
  const { docs } = await getDocs(query(responses, where(documentId(), 'in', commentIds), limit(COMMENTS_PER_PAGE)))
  const answers = docs.map(parseAnswer).filter((answer) => answer !== null)
  return Object.fromEntries(answers.map((answer) => [answer.commentId, answer]))
}
