import { mutationOptions, type QueryClient } from '@tanstack/react-query'
import type { Answer } from '#data/answers.ts'
import { type BulkResult, bulk } from '#data/bulk.ts'
import { remote } from '#data/remote.ts'
import type { OfficialAnswers } from '#data/responses.ts'
import type { Comment } from '#domain/comment.ts'
import { answersToQuery, owedQuery } from './queries.ts'

export type Answering = {
  readonly comments: readonly Comment[]
  readonly answer: Answer
  /** The answers that whoever writes has seen: another one is not replaced unseen. */
  readonly seen: OfficialAnswers
}

/** What became of each comment. @property newer those whose authors have changed them meanwhile, as they are now */
export type Answered = BulkResult & { readonly newer: readonly Comment[] }

/** Brings what became of each comment; nothing is written if somebody has answered one of them in the meantime. */
export const answerMutation = (client: QueryClient, onProgress: (done: number) => void) =>
  mutationOptions({
    mutationKey: ['answer'],
    mutationFn: async ({ comments, answer, seen }: Answering): Promise<Answered | 'changed'> => {
      const ids = comments.map(({ id }) => id)
      const now = await client.fetchQuery(answersToQuery(ids))
      if (ids.some((id) => now[id]?.at.getTime() !== seen[id]?.at.getTime())) return 'changed'
      const result = await bulk(
        () => import('#data/answers.ts'),
        ({ answerComments }) => answerComments(comments, answer, new Set(Object.keys(now)), onProgress),
      )
      const changed = new Set(result.failed.filter(({ error }) => error.kind === 'conflict').map(({ id }) => id))
      return { ...result, newer: await readAgain(comments.filter(({ id }) => changed.has(id))) }
    },
    // Under the comments, in the lists of answers: wherever an answer is told of.
    onSettled: (result, _, { comments }) => {
      const done = new Set(result && result !== 'changed' ? result.done : [])
      client.setQueryData(owedQuery.queryKey, (owed) => owed?.filter(({ id }) => !done.has(id)))
      // What is owed is much to read, and is known unless something came in between.
      const isKnown = done.size === comments.length
      return client.invalidateQueries({
        queryKey: ['answers'],
        predicate: ({ queryKey }) => !(isKnown && queryKey[1] === owedQuery.queryKey[1]),
      })
    },
  })

/** Comments as they are now, as far as they can be read. Costs a read each. */
async function readAgain(comments: readonly Comment[]): Promise<readonly Comment[]> {
  const read = ({ taskId, id }: Comment) =>
    remote(
      () => import('#data/review-comments.ts'),
      ({ readCommentById }) => readCommentById(taskId, id),
    ).catch(() => null)
  return (await Promise.all(comments.map(read))).filter((comment) => comment !== null)
}
