import { MutationCache, QueryCache, QueryClient } from '@tanstack/react-query'
import type { DataError } from '#data/errors.ts'
import { signOutHere } from '#data/session.ts'

const TRIES = 2

/** A sign-in that the server no longer accepts is ended here too, so that signing in again is the next thing offered. */
const endExpiredSignIn = (error: DataError) => {
  if (error.kind === 'signed-out') signOutHere().catch(() => {})
}

/** Reads go on offline too, so that a lost connection is said instead of waited for; only it is worth trying again. */
export const createQueryClient = () =>
  new QueryClient({
    queryCache: new QueryCache({ onError: endExpiredSignIn }),
    mutationCache: new MutationCache({ onError: endExpiredSignIn }),
    defaultOptions: {
      queries: {
        networkMode: 'always',
        refetchOnWindowFocus: false,
        retry: (failures, error) => error.kind === 'offline' && failures < TRIES,
      },
      mutations: { networkMode: 'always' },
    },
  })
