import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
import type { AnswerList } from '#data/answers.ts'
import type { TimeCursor } from '#data/in-order.ts'
import { remote } from '#data/remote.ts'
import type { OfficialAnswers } from '#data/responses.ts'
import type { Comment } from '#domain/comment.ts'
import { COMMENTS_PER_PAGE } from '#domain/comment-list.ts'
import type { OfficialAnswer } from '#domain/official-answer.ts'
import { TASK_IDS } from '#domain/plan.ts'
import type { ReviewComment } from '#domain/review.ts'

const responses = () => import('#data/responses.ts')
const comments = () => import('#data/review-comments.ts')
const answers = () => import('#data/answers.ts')
const ground = () => import('#data/ground.ts')
const presence = () => import('#data/presence.ts')

const A_MINUTE = 60_000

async function answersTo(ids: readonly string[]): Promise<OfficialAnswers> {
  const pages = Array.from({ length: Math.ceil(ids.length / COMMENTS_PER_PAGE) }, (_, page) =>
    ids.slice(page * COMMENTS_PER_PAGE, (page + 1) * COMMENTS_PER_PAGE),
  )
  const found = await Promise.all(pages.map((page) => remote(responses, ({ readResponses }) => readResponses(page))))
  return Object.assign({}, ...found)
}

/** The answers that these comments have already. A read each, and one for twenty comments. */
export const answersToQuery = (ids: readonly string[]) =>
  queryOptions({ queryKey: ['answers', 'to', ids], queryFn: () => answersTo(ids), staleTime: 0 })

/** Who else answers these comments. To ask is to say that one does so oneself: each minute, as long as the form is open. */
export const besideQuery = (ids: readonly string[]) =>
  queryOptions({
    queryKey: ['answering', ids],
    queryFn: () => remote(presence, ({ answerBeside }) => answerBeside(ids)),
    refetchInterval: A_MINUTE,
    staleTime: 0,
    gcTime: 0,
    retry: false,
  })

/** Comments that are owed an answer and have none, the oldest first. */
export const owedQuery = queryOptions({
  queryKey: ['answers', 'owed'],
  queryFn: async (): Promise<readonly ReviewComment[]> => {
    const found = await Promise.all(
      TASK_IDS.map((taskId) => remote(comments, ({ readOwedAnswer }) => readOwedAnswer(taskId))),
    )
    const agreed = found.flat()
    const given = await answersTo(agreed.map(({ id }) => id))
    const byAge = (one: Comment, other: Comment) => one.createdAt.getTime() - other.createdAt.getTime()
    return agreed.filter(({ id }) => !given[id]).toSorted(byAge)
  },
  staleTime: 0,
})

/** An answer, and the comment it is to, hidden or withdrawn too; null if that is not there any more. */
export type Given = { readonly answer: OfficialAnswer; readonly comment: Comment | null }
type GivenPage = { readonly given: readonly Given[]; readonly next: TimeCursor | null }

async function readGiven(after: TimeCursor | null, list: AnswerList): Promise<GivenPage> {
  const { items, next } = await remote(answers, ({ readAnswers }) => readAnswers(after, list))
  const ids = items.map(({ commentId }) => commentId)
  const said = await remote(ground, ({ readVisible }) => readVisible(ids))
  // What the public does not see has an answer still, which may have to be put right.
  const commentOf = ({ taskId, commentId }: OfficialAnswer): Comment | null | Promise<Comment | null> =>
    said.find(({ id }) => id === commentId) ??
    remote(comments, ({ readCommentById }) => readCommentById(taskId, commentId))
  const given = items.map(async (answer) => ({ answer, comment: await commentOf(answer) }))
  return { given: await Promise.all(given), next }
}

/** The answers given so far with their comments, the newest first, 20 a page. At most 40 reads a page. */
export const givenQuery = (list: AnswerList) =>
  infiniteQueryOptions({
    queryKey: ['answers', 'given', list],
    queryFn: ({ pageParam }) => readGiven(pageParam, list),
    initialPageParam: null as TimeCursor | null,
    getNextPageParam: (page: GivenPage) => page.next,
    staleTime: 0,
  })
