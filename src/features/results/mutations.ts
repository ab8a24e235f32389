import { mutationOptions, type QueryClient } from '@tanstack/react-query'
import { remote } from '#data/remote.ts'

/** Publishes the results as a reviewer, for this reason. Not by the outbox: it is about this moment. */
export const publishMutation = (client: QueryClient, uid: string) =>
  mutationOptions({
    mutationKey: ['publish-results'],
    mutationFn: (reason: string) =>
      remote(
        () => import('#data/publications.ts'),
        ({ publishResults }) => publishResults(uid, reason),
      ),
    onSuccess: () => client.invalidateQueries({ queryKey: ['results'] }),
  })
