import { MutationCache, notifyManager, QueryCache, QueryClient } from '@tanstack/react-query'
import type { DataError } from '#data/errors.ts'
import { hasExpired, lastUid, signOutHere } from '#data/session.ts'

const TRIES = 2

// What has come is drawn in the same turn: after a timer, which is the usual way, it would be a frame later.
notifyManager.setScheduler(queueMicrotask)

/**
 * A sign-in that the server no longer accepts, nor renews (remote.ts), is ended here too, so that signing in again is the next
 * thing offered.
 * @param uid whose it was
 */
export async function endExpiredSignIn(
  { kind }: Pick<DataError, 'kind'>,
  client: QueryClient,
  uid = lastUid(),
): Promise<void> {
  if (kind !== 'signed-out') return
  if (!hasExpired()) await signOutHere('expired').catch(() => {})
  if (uid && hasExpired()) (await import('#data/left-here.ts')).waitForSignIn(uid)
  // What anybody may read was refused for the sake of the old token only.
  await client.refetchQueries({ predicate: ({ state }) => state.error?.kind === 'signed-out' })
}

/** Reads go on offline too, so that a lost connection is said instead of waited for; only it is worth trying again. */
export function createQueryClient(): QueryClient {
  const onError = (error: DataError) => void endExpiredSignIn(error, client)
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
