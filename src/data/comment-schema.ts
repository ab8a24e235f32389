import { collection, doc } from 'firebase/firestore/lite'
import * as v from 'valibot'
import type { Comment } from '#domain/comment.ts'
import { COMMENT_STATUSES } from '#domain/comment-status.ts'
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
  status: v.picklist(COMMENT_STATUSES),
  reportCount: count,
  moderations: count,
  translation: v.nullable(v.object({ text: v.string(), by: v.picklist(['machine', 'staff']) })),
})

/** A comment as it is stored, or null if it is not as it should be. */
export function parseComment(taskId: TaskId, id: string, data: unknown): Comment | null {
  const fields = parseOrSkip(commentSchema, `tasks/${taskId}/comments/${id}`, data)
  return fields && { id, taskId, ...fields }
}

export const commentsOf = (taskId: TaskId) => collection(db, 'tasks', taskId, 'comments')

export const commentRef = (taskId: TaskId, id: string) => doc(commentsOf(taskId), id)
