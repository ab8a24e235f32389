import { collection, doc } from 'firebase/firestore/lite'
import * as v from 'valibot'
import type { Comment } from '#domain/comment.ts'
import { COMMENT_STATUSES } from '#domain/comment-status.ts'
import type { TaskId } from '#domain/plan.ts'
import { commentFields } from './comment-fields.ts'
import { db } from './firestore.ts'
import { count, date, parseOrSkip } from './schemas.ts'

const commentSchema = v.object({
  ...commentFields(date),
  status: v.picklist(COMMENT_STATUSES),
  translation: v.nullable(
    v.object({ text: v.string(), by: v.picklist(['machine', 'staff']), edits: v.optional(count) }),
  ),
})

/** A comment as it is stored, or null if it is not as it should be. */
export function parseComment(taskId: TaskId, id: string, data: unknown): Comment | null {
  const fields = parseOrSkip(commentSchema, `tasks/${taskId}/comments/${id}`, data)
  if (!fields) return null
  const { translation, ...rest } = fields
  // One of an earlier wording does not say what the comment says. Those of before they named it went with every edit.
  const isOfTheseWords = translation && (translation.edits ?? fields.edits) === fields.edits
  return { id, taskId, ...rest, translation: isOfTheseWords ? { text: translation.text, by: translation.by } : null }
}

export const commentsOf = (taskId: TaskId) => collection(db, 'tasks', taskId, 'comments')

export const commentRef = (taskId: TaskId, id: string) => doc(commentsOf(taskId), id)
