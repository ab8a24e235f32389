import type { AnswerStatus } from './official-answer.ts'
import type { Task } from './plan.ts'

/** The newest revision that cites a comment, and the subtask that it shaped there; null if none does. */
export function citedIn({ cited }: Pick<Task, 'cited'>, commentId: string) {
  const revision = Math.max(
    ...Object.keys(cited)
      .filter((each) => commentId in (cited[each] ?? {}))
      .map(Number),
  )
  return Number.isFinite(revision) ? { revision, subtaskId: cited[revision]?.[commentId] ?? null } : null
}

/** Whether the office says that it took a comment up, wholly or in part. */
export const isAdopted = (status: AnswerStatus): status is 'adopted' | 'partly' =>
  status === 'adopted' || status === 'partly'

/** How many comments the newest revision cites. */
export const voicesIn = ({ cited, revision }: Pick<Task, 'cited' | 'revision'>): number =>
  Object.keys(cited[revision] ?? {}).length
