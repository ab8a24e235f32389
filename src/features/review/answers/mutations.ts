import { mutationOptions, type QueryClient } from '@tanstack/react-query'
import type { Answer } from '#data/answers.ts'
import { type BulkResult, bulk } from '#data/bulk.ts'
import type { OfficialAnswers } from '#data/responses.ts'
import type { Comment } from '#domain/comment.ts'
import { answersToQuery } from './queries.ts'

export type Answering = {
  readonly comments: readonly Comment[]
  readonly answer: Answer
  /** The answers that whoever writes has seen: another one is not replaced unseen. */
  readonly seen: OfficialAnswers
}

/** Brings what became of each comment; nothing is written if somebody has answered one of them in the meantime. */
export const answerMutation = (client: QueryClient, onProgress: (done: number) => void) =>
  mutationOptions({
    mutationKey: ['answer'],
    mutationFn: async ({ comments, answer, seen }: Answering): Promise<BulkResult | 'changed'> => {
      const ids = comments.map(({ id }) => id)
      const now = await client.fetchQuery(answersToQuery(ids))
      if (ids.some((id) => now[id]?.at.getTime() !== seen[id]?.at.getTime())) return 'changed'
      return bulk(
        () => import('#data/answers.ts'),
        ({ answerComments }) => answerComments(comments, answer, onProgress),
      )
    },
    // Under the comments, in the lists of answers, at what is owed: wherever an answer is told of.
    onSettled: () => client.invalidateQueries({ queryKey: ['answers'] }),
  })
