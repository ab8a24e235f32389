import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
import { remote } from '#data/remote.ts'
import type { BatchPage } from '#data/slip-batches.ts'

const batches = () => import('#data/slip-batches.ts')

/** Everything about slips begins so: it is read again when some were made or voided. */
export const SLIPS = ['slip-batches'] as const

/** The batches of slips, a page at a time. @param by whose; null for everybody's */
export const batchesQuery = (by: string | null) =>
  infiniteQueryOptions({
    queryKey: [...SLIPS, 'list', by],
    queryFn: ({ pageParam }) => remote(batches, ({ readBatches }) => readBatches(by, pageParam)),
    initialPageParam: null as Date | null,
    getNextPageParam: (page: BatchPage) => page.next,
    staleTime: 0,
  })

/** What a batch says and how much of it is used; pupils use slips while somebody looks at this. */
export const countsQuery = (batch: string) =>
  queryOptions({
    queryKey: [...SLIPS, 'counts', batch],
    queryFn: () => remote(batches, ({ readCounts }) => readCounts(batch)),
    staleTime: 0,
    refetchOnWindowFocus: true,
  })

/** The slips of a batch that nobody has used: those to print. */
export const leftQuery = (batch: string) =>
  queryOptions({
    queryKey: [...SLIPS, 'left', batch],
    queryFn: () => remote(batches, ({ readLeft }) => readLeft(batch)),
    staleTime: 0,
  })
