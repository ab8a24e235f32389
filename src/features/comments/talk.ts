import { useMemo, useSyncExternalStore } from 'react'
import type { Me } from '#data/me.ts'
import { type OutboxEntry, outbox } from '#data/outbox.ts'
import type { TaskIn } from '#domain/plan.ts'

/** What every part of a conversation has to know: what it is about, and who is here. */
export type Talk = { readonly task: TaskIn; readonly me: Me | undefined }

/** What has been done on this device by whoever is here, and has not arrived yet. */
export function useOwnEntries({ me }: Talk): readonly OutboxEntry[] {
  const entries = useSyncExternalStore(outbox.subscribe, outbox.entries, outbox.none)
  const uid = me?.participant?.uid
  return useMemo(() => (uid === undefined ? NONE : entries.filter((entry) => entry.uid === uid)), [entries, uid])
}

const NONE: readonly OutboxEntry[] = []
