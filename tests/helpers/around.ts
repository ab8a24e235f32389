import type { QueryClient } from '@tanstack/react-query'
import type { Comment } from '#domain/comment.ts'
import type { OfficialAnswer } from '#domain/official-answer.ts'
import type { Reaction } from '#domain/reaction.ts'
import { answersQuery, reactionsQuery } from '#features/comments/queries.ts'

type Around = {
  readonly reactions?: Readonly<Record<string, Reaction>>
  readonly answers?: Readonly<Record<string, OfficialAnswer>>
}

/** Puts into the cache what is asked about pages of comments: somebody's own reactions, and official answers. */
export function putAround(
  client: QueryClient,
  uid: string,
  pages: readonly (readonly Comment[])[],
  { reactions = {}, answers = {} }: Around = {},
): void {
  for (const page of pages) {
    const visible = page.filter(({ status }) => status === 'visible')
    const idsOf = (comments: readonly Comment[]) => comments.map(({ id }) => id)
    // Nobody reacts to their own.
    const others = visible.filter(({ authorId }) => authorId !== uid)
    client.setQueryData(reactionsQuery(uid, idsOf(others)).queryKey, reactions)
    client.setQueryData(answersQuery(idsOf(visible)).queryKey, answers)
  }
}
