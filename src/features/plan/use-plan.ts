import { overview } from 'virtual:plan/overview'
import { useQuery } from '@tanstack/react-query'
import type { TaskOverview } from '#domain/plan.ts'
import type { Results } from '#domain/results.ts'
import { planQuery } from './queries.ts'

/**
 * The six tasks: those that came with the app, or newer ones. The published results tell the revision of each task,
 * so the plan itself is read only after one has changed.
 */
export function usePlan(results: Results | null | undefined): readonly TaskOverview[] {
  const outdated = overview.some(({ id, revision }) => (results?.tasks[id].revision ?? 0) > revision)
  const { data } = useQuery({ ...planQuery, enabled: outdated })
  // A task that could not be read stays as it came with the app.
  return overview.map((task) => data?.find(({ id }) => id === task.id) ?? task)
}
