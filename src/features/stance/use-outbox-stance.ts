import { useSyncExternalStore } from 'react'
import type { Me } from '#data/me.ts'
import { type OutboxEntry, outbox } from '#data/outbox.ts'
import { isShownTo } from '#data/outbox-state.ts'
import type { DeedOf } from '#domain/deed.ts'
import type { TaskIn } from '#domain/plan.ts'

/** A stance in the outbox. */
export type StanceEntry = OutboxEntry & { readonly deed: DeedOf<'stance'> }

/** My stance on this revision of a task, if it has not arrived. */
export function useOutboxStance(task: TaskIn, me: Me): StanceEntry | undefined {
  const entries = useSyncExternalStore(outbox.subscribe, outbox.entries, outbox.none)
  return entries.find((entry): entry is StanceEntry => {
    const { deed } = entry
    return (
      deed.kind === 'stance' && deed.taskId === task.id && deed.revision === task.revision && isShownTo(entry, me, true)
    )
  })
}
