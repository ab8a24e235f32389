import type { QueryClient } from '@tanstack/react-query'
import { ballotQuery } from './queries.ts'

/** A ballot from the outbox has arrived: the receipt is what the server says, with its time. */
export async function reconcileBallot(client: QueryClient, uid: string): Promise<void> {
  await client.fetchQuery({ ...ballotQuery(uid), staleTime: 0 })
}
