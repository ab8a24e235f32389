import { overview } from 'virtual:plan/overview'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { planQuery } from '#data/plan-query.ts'
import type { Task, TaskOverview } from '#domain/plan.ts'
import type { Results } from '#domain/results.ts'
import { isOutdated } from './outdated.ts'

/**
 * The six tasks: those that came with the app, or newer ones. The published results tell the revision of each task and
 * whether it is open, so the plan itself is read only after one has changed.
 */
export function usePlan(results: Results | null | undefined): readonly TaskOverview[] {
  const known = useQueryClient().getQueryState<Task[]>(planQuery.queryKey)
  const isOld = laidOver(known?.data).some((task) =>
    isOutdated(task, results?.tasks[task.id], known?.dataUpdatedAt ?? 0),
  )
  // What was read a minute ago may be what is outdated.
  return laidOver(useQuery({ ...planQuery, enabled: isOld, ...(isOld && { staleTime: 0 }) }).data)
}

/** A task that could not be read stays as it came with the app. */
const laidOver = (read: readonly TaskOverview[] | undefined): readonly TaskOverview[] =>
  overview.map((task) => read?.find(({ id }) => id === task.id) ?? task)
