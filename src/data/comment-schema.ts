import { collection, doc } from 'firebase/firestore/lite'
import * as v from 'valibot'
import type { Comment } from '#domain/comment.ts'
import { COMMENT_STATUSES } from '#domain/comment-status.ts'
import type { TaskId } from '#domain/plan.ts'
import { commentFields } from './comment-fields.ts'
import { db } from './firestore.ts'
import { date, parseOrSkip } from './schemas.ts'

const commentSchema = v.object({
  ...commentFields(date),
  status: v.picklist(COMMENT_STATUSES),
  translation: v.nullable(v.object({ text: v.string(), by: v.picklist(['machine', 'staff']) })),
})

/** A comment as it is stored, or null if it is not as it should be. */
export function parseComment(taskId: TaskId, id: string, data: unknown): Comment | null {
  const fields = parseOrSkip(commentSchema, `tasks/${taskId}/comments/${id}`, data)
  return fields && { id, taskId, ...fields }
}

export const commentsOf = (taskId: TaskId) => collection(db, 'tasks', taskId, 'comments')

export const commentRef = (taskId: TaskId, id: string) => doc(commentsOf(taskId), id)
