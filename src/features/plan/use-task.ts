import { useQuery, useQueryClient } from '@tanstack/react-query'
import { use, useMemo } from 'react'
import { builtTask } from '#data/built-plan.ts'
import { type Task, type TaskId, type TaskIn, taskIn } from '#domain/plan.ts'
import { type TaskResult, tellsOfOther } from '#domain/results.ts'
import { useLang } from '#i18n/use-lang.ts'
import { taskQuery } from './queries.ts'

type When = {
  /** Whether somebody is about to act on it, or has come to what belongs to it. */
  readonly isNear?: boolean
  /** What the published results tell of it. */
  readonly result?: TaskResult | undefined
}

/**
 * A task in the language of the page: the text that came with the app, until Firestore's is here. Whoever only reads has
 * Firestore's where the results tell of a newer one, or that it closed or opened: a text of 5 kB that is here already is
 * not sent again.
 * @returns also whether a newer text took its place
 */
export function useTask(id: TaskId, { isNear = true, result }: When = {}): { task: TaskIn; isNewer: boolean } {
  const lang = useLang()
  const built = use(builtTask(id, lang))
  const query = taskQuery(id)
  // What this device has kept may be older than the app.
  const newer = (kept: Task | undefined) => (kept && kept.revision >= built.revision ? kept : null)
  const isOutdated = tellsOfOther(newer(useQueryClient().getQueryData(query.queryKey)) ?? built, result)
  // What was read a moment ago may be what is outdated.
  const read = useQuery({ ...query, enabled: isNear || isOutdated, ...(isOutdated && { staleTime: 0 }) })
  const data = newer(read.data)
  // The same for the same text: a conversation about it is not drawn anew.
  const task = useMemo(() => (data ? taskIn(lang, data) : built), [lang, data, built])
  return { task, isNewer: task.revision > built.revision }
}
