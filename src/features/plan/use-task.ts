import { useQuery } from '@tanstack/react-query'
import { use, useMemo } from 'react'
import { builtTask } from '#data/built-plan.ts'
import { type TaskId, type TaskIn, taskIn } from '#domain/plan.ts'
import { useLang } from '#i18n/use-lang.ts'
import { taskQuery } from './queries.ts'

type When = {
  /** Whether somebody is about to act on it, or has come to what belongs to it. */
  readonly isNear?: boolean
  /** The revision that the published results tell. */
  readonly published?: number | undefined
}

/**
 * A task in the language of the page: the text that came with the app, until Firestore's is here. Whoever only reads has Firestore's where the results
 * tell of a newer one: a text of 5 kB that is here already is not sent again.
 * @returns also whether a newer text took its place
 */
export function useTask(id: TaskId, { isNear = true, published = 0 }: When = {}): { task: TaskIn; isNewer: boolean } {
  const lang = useLang()
  const built = use(builtTask(id, lang))
  const { data } = useQuery({ ...taskQuery(id), enabled: isNear || published > built.revision })
  // The same for the same text: a conversation about it is not drawn anew. What this device has kept may be older than the app.
  const task = useMemo(
    () => (data && data.revision >= built.revision ? taskIn(lang, data) : built),
    [lang, data, built],
  )
  return { task, isNewer: task.revision > built.revision }
}
