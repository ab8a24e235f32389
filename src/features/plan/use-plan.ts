import { overview } from 'virtual:plan/overview'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { planQuery } from '#data/plan-query.ts'
import type { TaskOverview } from '#domain/plan.ts'
import { type Results, tellsOfOther } from '#domain/results.ts'

/**
 * The six tasks: those that came with the app, or newer ones. The published results tell the revision of each task and
 * whether it is open, so the plan itself is read only after one has changed.
 */
export function usePlan(results: Results | null | undefined): readonly TaskOverview[] {
  const known = laidOver(useQueryClient().getQueryData(planQuery.queryKey))
  const isOutdated = known.some((task) => tellsOfOther(task, results?.tasks[task.id]))
  // What was read a minute ago may be what is outdated.
  return laidOver(useQuery({ ...planQuery, enabled: isOutdated, ...(isOutdated && { staleTime: 0 }) }).data)
}

/** A task that could not be read stays as it came with the app. */
const laidOver = (read: readonly TaskOverview[] | undefined): readonly TaskOverview[] =>
  overview.map((task) => read?.find(({ id }) => id === task.id) ?? task)
