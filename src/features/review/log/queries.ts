import { infiniteQueryOptions } from '@tanstack/react-query'
import type { TimeCursor } from '#data/in-order.ts'
import { remote } from '#data/remote.ts'
import type { AuditAction } from '#domain/audit.ts'

/** What staff have done, newest first, a page at a time. @param action null for all */
export const logQuery = (action: AuditAction | null) =>
  infiniteQueryOptions({
    queryKey: ['audit-log', action],
    queryFn: ({ pageParam }) =>
      remote(
        () => import('#data/audit-log.ts'),
        ({ readAuditLog }) => readAuditLog(pageParam, action),
      ),
    initialPageParam: null as TimeCursor | null,
    getNextPageParam: ({ next }) => next,
    staleTime: 0,
  })
