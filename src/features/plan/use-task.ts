import { useQuery, useQueryClient } from '@tanstack/react-query'
import { use, useMemo } from 'react'
import { useTurn } from '#components/use-turn.ts'
import { builtTask } from '#data/built-plan.ts'
import { type Task, type TaskId, type TaskIn, taskIn } from '#domain/plan.ts'
import type { TaskResult } from '#domain/results.ts'
import { useLang } from '#i18n/use-lang.ts'
import { isOutdated } from './outdated.ts'
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
 * not sent again. Where it closes or opens while the page is open, it is another object from then on.
 * @returns also whether a newer text took its place
 */
export function useTask(id: TaskId, { isNear = true, result }: When = {}): { task: TaskIn; isNewer: boolean } {
  const lang = useLang()
  const built = use(builtTask(id, lang))
  const query = taskQuery(id)
  // What this device has kept may be older than the app.
  const newer = (kept: Task | undefined) => (kept && kept.revision >= built.revision ? kept : null)
  const known = useQueryClient().getQueryState<Task>(query.queryKey)
  const isOld = isOutdated(newer(known?.data) ?? built, result, known?.dataUpdatedAt ?? 0)
  // What was read a moment ago may be what is outdated.
  const read = useQuery({ ...query, enabled: isNear || isOld, ...(isOld && { staleTime: 0 }) })
  const data = newer(read.data)
  const turns = useTurn(data?.turnsAt)
  // The same for the same text: a conversation about it is not drawn anew.
  // biome-ignore lint/correctness/useExhaustiveDependencies: once it has turned, the same says something else
  const task = useMemo(() => (data ? taskIn(lang, data) : built), [lang, data, built, turns])
  return { task, isNewer: task.revision > built.revision }
}
