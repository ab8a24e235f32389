import { infiniteQueryOptions } from '@tanstack/react-query'
import { remote } from '#data/remote.ts'
import type { RevisionPage } from '#data/revisions.ts'
import type { TaskId } from '#domain/plan.ts'

const revisions = () => import('#data/revisions.ts')

const MINUTE = 60_000

/** The history of a task, a page at a time; what is published does not change any more, but more may come. */
export const revisionsQuery = (taskId: TaskId) =>
  infiniteQueryOptions({
    queryKey: ['revisions', taskId],
    queryFn: ({ pageParam }) => remote(revisions, ({ readRevisions }) => readRevisions(taskId, pageParam)),
    initialPageParam: null as number | null,
    getNextPageParam: (page: RevisionPage) => page.next,
    staleTime: MINUTE,
    meta: { keep: 'whole' },
  })
