import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
import type { OwnCursor } from '#data/own.ts'
import { remote } from '#data/remote.ts'

const own = () => import('#data/own.ts')

/** All that is one's own begins so: it goes when somebody signs out. */
export const OWN = ['own'] as const

/** A person's own comments, newest first, 20 a page. */
export const ownCommentsQuery = (uid: string) =>
  infiniteQueryOptions({
    queryKey: [...OWN, uid, 'comments'],
    queryFn: ({ pageParam }) => remote(own, ({ readCommentsOf }) => readCommentsOf(uid, pageParam)),
    initialPageParam: null as OwnCursor | null,
    getNextPageParam: (page) => page.next,
  })

/** A person's own reactions, newest first, 20 a page. */
export const ownReactionsQuery = (uid: string) =>
  infiniteQueryOptions({
    queryKey: [...OWN, uid, 'reactions'],
    queryFn: ({ pageParam }) => remote(own, ({ readReactionsOf }) => readReactionsOf(uid, pageParam)),
    initialPageParam: null as OwnCursor | null,
    getNextPageParam: (page) => page.next,
  })

/** A person's stances on all tasks, as they are stored. */
export const ownStancesQuery = (uid: string) =>
  queryOptions({
    queryKey: [...OWN, uid, 'stances'],
    queryFn: () => remote(own, ({ readStancesOf }) => readStancesOf(uid)),
  })

/** A person's ballot, as it is stored. */
export const ownBallotQuery = (uid: string) =>
  queryOptions({
    queryKey: [...OWN, uid, 'ballot'],
    queryFn: () =>
      remote(
        () => import('#data/ballots.ts'),
        ({ readBallot }) => readBallot(uid),
      ),
  })
