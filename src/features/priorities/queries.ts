import { queryOptions, skipToken } from '@tanstack/react-query'
import { remote } from '#data/remote.ts'

/** A person's own ballot as it is stored. @param uid null for somebody who has not joined: nothing is read */
export const ballotQuery = (uid: string | null) =>
  queryOptions({
    queryKey: ['ballot', uid],
    queryFn:
      uid === null
        ? skipToken
        : () =>
            remote(
              () => import('#data/ballots.ts'),
              ({ readBallot }) => readBallot(uid),
            ),
    staleTime: Number.POSITIVE_INFINITY,
  })

/** When ballots are taken. */
export const votingQuery = queryOptions({
  queryKey: ['voting'],
  queryFn: () =>
    remote(
      () => import('#data/voting.ts'),
      ({ readVoting }) => readVoting(),
    ),
  staleTime: 60_000,
  meta: { keep: 'whole' },
})
