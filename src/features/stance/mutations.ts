import type { QueryClient } from '@tanstack/react-query'
import type { DeedOf } from '#domain/deed.ts'
import { stanceQuery } from './queries.ts'

/** A stance from the outbox has arrived: it is what is stored now. */
export function reconcileStance(client: QueryClient, uid: string, deed: DeedOf<'stance'>): void {
  client.setQueryData(stanceQuery(uid, deed.taskId, deed.revision).queryKey, deed.value)
}
