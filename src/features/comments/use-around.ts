import { type QueryClient, type UseQueryResult, useQueries, useQueryClient } from '@tanstack/react-query'
import { useMemo } from 'react'
import type { OwnReactions } from '#data/reactions.ts'
import type { OfficialAnswers } from '#data/responses.ts'
import type { Comment } from '#domain/comment.ts'
import { COMMENTS_PER_PAGE } from '#domain/comment-list.ts'
import { answersQuery, reactionsQuery } from './queries.ts'

/** What stands around comments: one's own reactions to them, and official answers. By id; what is not read yet is missing. */
export type Around = { readonly reactions: OwnReactions; readonly answers: OfficialAnswers }

const together = <T extends object>(results: readonly UseQueryResult<T>[]): T =>
  Object.assign({}, ...results.map(({ data }) => data)) as T

/**
 * Asked once for each page of 20; again for those alone that have come to it since.
 * @param uid whose reactions; nobody's are read for those who cannot react
 */
export function useAround(pages: readonly (readonly Comment[])[], uid: string | undefined): Around {
  const client = useQueryClient()
  const visible = pages.map((comments) => comments.filter(({ status }) => status === 'visible'))
  const others = uid === undefined ? [] : visible.map((comments) => comments.filter(({ authorId }) => authorId !== uid))
  const reactions = useQueries({
    queries: asked(others).map((ids) => ({
      ...reactionsQuery(uid ?? '', ids),
      placeholderData: () => knownOf<OwnReactions>(client, ['reactions', uid], ids),
    })),
    combine: together<OwnReactions>,
  })
  const answers = useQueries({
    queries: asked(visible).map((ids) => ({
      ...answersQuery(ids),
      placeholderData: () => knownOf<OfficialAnswers>(client, ['answers'], ids),
    })),
    combine: together<OfficialAnswers>,
  })
  return useMemo(() => ({ reactions, answers }), [reactions, answers])
}

/** The ids of what is asked about together. From the end: what has just arrived stands first, and leaves the rest as it is. */
const asked = (pages: readonly (readonly Comment[])[]): readonly (readonly string[])[] =>
  pages.flatMap((comments) => {
    const ids = comments.map(({ id }) => id)
    return Array.from({ length: Math.ceil(ids.length / COMMENTS_PER_PAGE) }, (_, part) => {
      const end = ids.length - part * COMMENTS_PER_PAGE
      return ids.slice(Math.max(0, end - COMMENTS_PER_PAGE), end)
    })
  })

/** What is known of some ids from questions about others with them: it stands until these have their own answer. */
function knownOf<T extends object>(client: QueryClient, about: readonly unknown[], ids: readonly string[]) {
  const known = new Map<string, unknown>()
  const answered = client
    .getQueryCache()
    .findAll({
      queryKey: about,
      predicate: ({ queryKey, state }) => state.data !== undefined && Array.isArray(queryKey[about.length]),
    })
    .toSorted((one, other) => one.state.dataUpdatedAt - other.state.dataUpdatedAt)
  for (const { queryKey, state } of answered) {
    const data = state.data as Readonly<Record<string, unknown>>
    for (const id of queryKey[about.length] as string[]) if (ids.includes(id)) known.set(id, data[id])
  }
  return known.size > 0 ? (Object.fromEntries([...known].filter(([, value]) => value !== undefined)) as T) : undefined
}
