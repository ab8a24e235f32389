import { useQuery } from '@tanstack/react-query'
import { ChangedLately } from '#features/history/changed-lately.tsx'
import { resultsQuery } from '#features/plan/queries.ts'
import { usePlan } from '#features/plan/use-plan.ts'

/** What changed in the plan lately. */
export default function HomeNews() {
  return <ChangedLately tasks={usePlan(useQuery(resultsQuery).data)} />
}
