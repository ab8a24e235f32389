import { queryOptions, skipToken } from '@tanstack/react-query'
import { remote } from '#data/remote.ts'

/** Publications from the first to this one, which never change. @param newest null as long as it is not known */
export const keptResultsQuery = (newest: number | null) =>
  queryOptions({
    queryKey: ['kept-results', newest],
    queryFn:
      newest === null
        ? skipToken
        : () =>
            remote(
              () => import('#data/kept-results.ts'),
              ({ readKeptResults }) => readKeptResults(newest),
            ),
    staleTime: Number.POSITIVE_INFINITY,
    meta: { keep: 'whole' },
  })
