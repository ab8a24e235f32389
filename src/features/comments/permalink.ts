import type { Comment } from '#domain/comment.ts'
import type { Lang } from '#domain/language.ts'
import { taskNumber } from '#domain/plan.ts'

/** The address of a comment within this site. */
export const permalink = (lang: Lang, { taskId, id }: Pick<Comment, 'taskId' | 'id'>): string =>
  `/${lang}/tasks/${taskNumber(taskId)}/comments/${id}`
