import { MutationCache, notifyManager, QueryCache, QueryClient } from '@tanstack/react-query'
import type { DataError } from '#data/errors.ts'
import { hasExpired } from '#data/session.ts'

const TRIES = 2

// What has come is drawn in the same turn: after a timer, which is the usual way, it would be a frame later.
notifyManager.setScheduler(queueMicrotask)

/** A sign-in has ended (session.ts): what anybody may read was refused for the sake of the old token only. */
export async function readWithoutSignIn({ kind }: Pick<DataError, 'kind'>, client: QueryClient): Promise<void> {
  if (kind !== 'signed-out' || !hasExpired()) return
  await client.refetchQueries({ predicate: ({ state }) => state.error?.kind === 'signed-out' })
}

/** Reads go on offline too, so that a lost connection is said instead of waited for; only it is worth trying again. */
export function createQueryClient(): QueryClient {
  const onError = (error: DataError) => void readWithoutSignIn(error, client)
  const client: QueryClient = new QueryClient({
    queryCache: new QueryCache({ onError }),
    mutationCache: new MutationCache({ onError }),
    defaultOptions: {
      queries: {
        networkMode: 'always',
        refetchOnWindowFocus: false,
        retry: (failures, error) => error.kind === 'offline' && failures < TRIES,
      },
      mutations: { networkMode: 'always' },
    },
  })
  return client
}
