import { hashKey, mutationOptions, type QueryClient } from '@tanstack/react-query'
import type { Answer } from '#data/answers.ts'
import { type BulkResult, bulk } from '#data/bulk.ts'
import { remote } from '#data/remote.ts'
import type { OfficialAnswers } from '#data/responses.ts'
import type { Comment } from '#domain/comment.ts'
import type { OfficialAnswer } from '#domain/official-answer.ts'
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
      const isUnseen = ({ id, edits }: Comment) =>
        now[id]?.at.getTime() !== seen[id]?.at.getTime() && !saysThat(now[id], answer, edits)
      if (comments.some(isUnseen)) return 'changed'
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

/** Whether an answer says just that to the same words: what was sent before, and whose answer was lost. */
const saysThat = (there: OfficialAnswer | undefined, { status, message, office }: Answer, edits: number): boolean =>
  there !== undefined &&
  hashKey([there.status, there.message, there.office, there.edits]) === hashKey([status, message, office, edits])

/** Comments as they are now, as far as they can be read. Costs a read each. */
async function readAgain(comments: readonly Comment[]): Promise<readonly Comment[]> {
  const read = ({ taskId, id }: Comment) =>
    remote(
      () => import('#data/review-comments.ts'),
      ({ readCommentById }) => readCommentById(taskId, id),
    ).catch(() => null)
  return (await Promise.all(comments.map(read))).filter((comment) => comment !== null)
}
