import { queryOptions } from '@tanstack/react-query'
import { remote } from '#data/remote.ts'
import type { TaskId } from '#domain/plan.ts'
import { acting } from './acting.ts'
import { readChanges, readCommentAgain } from './changes.ts'
import { inbox } from './inbox-store.ts'
import { type Progress, readWhole, startOver } from './load.ts'

const LOOK_EVERY_MS = 20_000

let owner: string | null = null

/** What was read and done here does not stay for somebody else. */
export function forgetAll(): void {
  owner = null
  startOver()
  acting.clear()
}

/**
 * Keeps the inbox up to date as long as somebody looks at it: everything once, then what has changed. What was read
 * lies in the store; this tells whether it came.
 * @param uid whose session it is: nobody finds what another person has read
 */
export const inboxQuery = (uid: string, onProgress: (progress: Progress) => void = () => {}) =>
  queryOptions({
    queryKey: ['review', 'inbox', uid],
    queryFn: async () => {
      if (owner !== uid) forgetAll()
      owner = uid
      await (inbox.state().isComplete ? readChanges() : readWhole(onProgress))
      return Date.now()
    },
    staleTime: LOOK_EVERY_MS,
    refetchInterval: LOOK_EVERY_MS,
    refetchOnWindowFocus: true,
  })

/** A comment as it is at this moment, with the counts that no log tells of. */
export const freshCommentQuery = (id: string) =>
  queryOptions({
    queryKey: ['review', 'comment', id],
    queryFn: async () => {
      await readCommentAgain(id)
      return true
    },
    staleTime: LOOK_EVERY_MS,
  })

/** What a comment was reported for, and how often for each reason. @param reportCount the more, the newer */
export const reportsQuery = (taskId: TaskId, id: string, reportCount: number) =>
  queryOptions({
    queryKey: ['review', 'reports', id, reportCount],
    queryFn: () =>
      remote(
        () => import('#data/report-list.ts'),
        ({ readReportsOf }) => readReportsOf(taskId, id),
      ),
    staleTime: Number.POSITIVE_INFINITY,
  })

/** Every decision about a comment, the newest first: who, when, why. */
export const historyQuery = (commentId: string) =>
  queryOptions({
    queryKey: ['review', 'history', commentId],
    queryFn: () =>
      remote(
        () => import('#data/audit-log.ts'),
        ({ readAuditAbout }) => readAuditAbout(commentId),
      ),
    staleTime: 0,
  })
