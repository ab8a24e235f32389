import { queryOptions } from '@tanstack/react-query'
import { remote } from '#data/remote.ts'
import type { TaskId } from '#domain/plan.ts'

const tasks = () => import('#data/tasks.ts')
const results = () => import('#data/results.ts')

const MINUTE = 60_000

export const taskQuery = (id: TaskId) =>
  queryOptions({
    queryKey: ['task', id],
    queryFn: () => remote(tasks, ({ readTask }) => readTask(id)),
    staleTime: MINUTE,
    meta: { keep: 'whole' },
  })

/** The published results: everybody's numbers, refreshed while the page is looked at. */
export const resultsQuery = queryOptions({
  queryKey: ['results'],
  queryFn: () => remote(results, ({ readResults }) => readResults()),
  staleTime: MINUTE,
  meta: { keep: 'whole' },
  refetchOnWindowFocus: true,
})
