import { QueryClient } from '@tanstack/react-query'

const TRIES = 2

/** Reads go on offline too, so that a lost connection is said instead of waited for; only it is worth trying again. */
export const createQueryClient = () =>
  new QueryClient({
    defaultOptions: {
      queries: {
        networkMode: 'always',
        refetchOnWindowFocus: false,
        retry: (failures, error) => error.kind === 'offline' && failures < TRIES,
      },
      mutations: { networkMode: 'always' },
    },
  })
