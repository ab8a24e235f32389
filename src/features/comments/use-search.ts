import { useInfiniteQuery, useQueryClient } from '@tanstack/react-query'
import { useCallback, useEffect, useRef, useState } from 'react'
import type { Comment } from '#domain/comment.ts'
import type { TaskId } from '#domain/plan.ts'
import { latestOf } from './pages.ts'
import { pagesRead } from './pages-read.ts'
import { saidQuery } from './queries.ts'

/** Pages read at a time: 300 comments. Whoever wants more asks again. */
const PAGES_AT_A_TIME = 15

/**
 * What a search goes through: whatever of a task's comments has been read on this page already, which costs nothing,
 * and on demand everything else, page by page.
 */
export function useSearch(taskId: TaskId) {
  const client = useQueryClient()
  const said = useInfiniteQuery(saidQuery(taskId))
  const [reading, setReading] = useState(false)
  const wanted = useRef(false)
  const stop = useCallback(() => {
    wanted.current = false
  }, [])
  // Nothing is read for somebody who has gone.
  useEffect(() => stop, [stop])

  const { fetchNextPage } = said
  /** @returns whether there is more */
  const readNext = useCallback(async (): Promise<boolean> => {
    const query = saidQuery(taskId)
    if (client.getQueryData(query.queryKey)?.pages.at(-1)?.next === null) {
      // To its end already: from the top again, or what is newer would never be found. Should that fail, the old stays.
      const anew = await client.fetchInfiniteQuery({ ...query, pages: 1, staleTime: 0 }).catch(() => null)
      return Boolean(anew?.pages.at(-1)?.next)
    }
    const { isError, hasNextPage } = await fetchNextPage()
    return !isError && hasNextPage
  }, [client, taskId, fetchNextPage])
  const readOn = useCallback(async () => {
    if (wanted.current) return
    wanted.current = true
    setReading(true)
    for (let read = 0; wanted.current && read < PAGES_AT_A_TIME; read++) {
      if (!(await readNext())) break
    }
    wanted.current = false
    setReading(false)
  }, [readNext])
  // biome-ignore lint/correctness/useExhaustiveDependencies: another one when more has been read, which draws the results anew
  const known = useCallback((): readonly Comment[] => {
    const all = latestOf(pagesRead(client, taskId)).filter(({ status }) => status === 'visible')
    return newestFirst(all)
  }, [client, taskId, said.data])

  return {
    /** All comments and replies that are here, newest first. */
    known,
    isAll: said.data !== undefined && !said.hasNextPage,
    error: said.isError ? said.error : null,
    reading,
    readOn,
    stop,
  }
}

const newestFirst = (comments: readonly Comment[]): readonly Comment[] =>
  comments.toSorted((one, other) => other.createdAt.getTime() - one.createdAt.getTime())
