import { queryOptions, skipToken } from '@tanstack/react-query'
import { remote } from '#data/remote.ts'
import type { TaskId } from '#domain/plan.ts'

/** A person's own stance on a revision of a task. @param uid null for somebody who has not joined: nothing is read */
export const stanceQuery = (uid: string | null, taskId: TaskId, revision: number) =>
  queryOptions({
    queryKey: ['stance', uid, taskId, revision],
    queryFn:
      uid === null
        ? skipToken
        : () =>
            remote(
              () => import('#data/stances.ts'),
              ({ readStance }) => readStance(uid, taskId, revision),
            ),
    staleTime: Number.POSITIVE_INFINITY,
  })
