import { queryOptions } from '@tanstack/react-query'
import { readResults } from '#data/results.ts'
import { readPlan, readTask } from '#data/tasks.ts'
import type { Task, TaskId } from '#domain/plan.ts'

const MINUTE = 60_000

export const planQuery = queryOptions({ queryKey: ['plan'], queryFn: readPlan, staleTime: 5 * MINUTE })

/** One task; a plan that is already here serves as its text until the task itself arrives. */
export const taskQuery = (id: TaskId, plan: readonly Task[] | undefined) =>
  queryOptions({
    queryKey: ['task', id],
    queryFn: () => readTask(id),
    staleTime: MINUTE,
    placeholderData: () => plan?.find((task) => task.id === id),
  })

/** The published results: everybody's numbers, refreshed while the page is looked at. */
export const resultsQuery = queryOptions({
  queryKey: ['results'],
  queryFn: readResults,
  staleTime: MINUTE,
  refetchOnWindowFocus: true,
})
