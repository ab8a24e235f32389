import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
import { remote } from '#data/remote.ts'
import type { AnswerCursor, AnswerPage } from '#data/responses.ts'
import type { AnswerFilter } from '#domain/official-answer.ts'

const MINUTE = 60_000

/** Official answers, the newest first, 20 a page. */
export const answersQuery = (filter: AnswerFilter) =>
  infiniteQueryOptions({
    queryKey: ['answers', 'list', filter],
    queryFn: ({ pageParam }) =>
      remote(
        () => import('#data/responses.ts'),
        ({ readAnswers }) => readAnswers(pageParam, filter),
      ),
    initialPageParam: null as AnswerCursor | null,
    getNextPageParam: (page: AnswerPage) => page.next,
    staleTime: MINUTE,
    meta: { keep: 'whole' },
  })

/** Of one page of answers, the comments that they answer; without those that nobody sees any more. */
export const answeredQuery = (ids: readonly string[]) =>
  queryOptions({
    queryKey: ['said', ids],
    queryFn: () =>
      remote(
        () => import('#data/ground.ts'),
        ({ readVisible }) => readVisible(ids),
      ),
    staleTime: MINUTE,
    meta: { keep: 'whole' },
  })
