import { type UseQueryResult, useQueries } from '@tanstack/react-query'
import { useMemo } from 'react'
import type { OwnReactions } from '#data/reactions.ts'
import type { OfficialAnswers } from '#data/responses.ts'
import type { Comment } from '#domain/comment.ts'
import { answersQuery, reactionsQuery } from './queries.ts'

/** What stands around comments: one's own reactions to them, and official answers. By id; what is not read yet is missing. */
export type Around = { readonly reactions: OwnReactions; readonly answers: OfficialAnswers }

const together = <T extends object>(results: readonly UseQueryResult<T>[]): T =>
  Object.assign({}, ...results.map(({ data }) => data)) as T

/** Asked once for each page of 20. @param uid whose reactions; nobody's are read for those who cannot react */
export function useAround(pages: readonly (readonly Comment[])[], uid: string | undefined): Around {
  const ids = pages
    .map((comments) => comments.filter(({ status }) => status === 'visible').map(({ id }) => id))
    .filter((page) => page.length > 0)
  const reactions = useQueries({
    queries: uid === undefined ? [] : ids.map((page) => reactionsQuery(uid, page)),
    combine: together<OwnReactions>,
  })
  const answers = useQueries({ queries: ids.map((page) => answersQuery(page)), combine: together<OfficialAnswers> })
  return useMemo(() => ({ reactions, answers }), [reactions, answers])
}
