import { infiniteQueryOptions } from '@tanstack/react-query'
import type { TimeCursor } from '#data/in-order.ts'
import { remote } from '#data/remote.ts'
import type { AuditAction } from '#domain/audit.ts'

/** What staff have done, newest first, a page at a time. @param action null for all @param about to one thing alone */
export const logQuery = (action: AuditAction | null, about: string | null = null) =>
  infiniteQueryOptions({
    queryKey: ['audit-log', action, about],
    queryFn: ({ pageParam }) =>
      remote(
        () => import('#data/audit-log.ts'),
        ({ readAuditLog }) => readAuditLog(pageParam, action, about),
      ),
    initialPageParam: null as TimeCursor | null,
    getNextPageParam: ({ next }) => next,
    staleTime: 0,
  })
