import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
import type { AnswerList } from '#data/answers.ts'
import type { TimeCursor, TimePage } from '#data/in-order.ts'
import { remote } from '#data/remote.ts'
import type { OfficialAnswer } from '#domain/official-answer.ts'

const MINUTE = 60_000
const answers = () => import('#data/answers.ts')
const ground = () => import('#data/ground.ts')

/** Official answers, the newest first, 20 a page. */
export const answersQuery = (list: AnswerList) =>
  infiniteQueryOptions({
    queryKey: ['answers', 'list', list],
    queryFn: ({ pageParam }) => remote(answers, ({ readAnswers }) => readAnswers(pageParam, list)),
    initialPageParam: null as TimeCursor | null,
    getNextPageParam: (page: TimePage<OfficialAnswer>) => page.next,
    staleTime: MINUTE,
    meta: { keep: 'whole' },
  })

/** Of one page of answers, the comments that they answer; without those that nobody sees any more. */
export const answeredQuery = (ids: readonly string[]) =>
  queryOptions({
    queryKey: ['said', ids],
    queryFn: () => remote(ground, ({ readVisible }) => readVisible(ids)),
    staleTime: MINUTE,
    meta: { keep: 'whole' },
  })
