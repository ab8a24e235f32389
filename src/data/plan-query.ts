import { queryOptions } from '@tanstack/react-query'
import { remote } from './remote.ts'

const MINUTE = 60_000

/** The plan as it is published now: read once for every part of the product that names tasks, or says what they cite. */
export const planQuery = queryOptions({
  queryKey: ['plan'],
  queryFn: () =>
    remote(
      () => import('./tasks.ts'),
      ({ readPlan }) => readPlan(),
    ),
  staleTime: 5 * MINUTE,
  meta: { keep: 'whole' },
})
