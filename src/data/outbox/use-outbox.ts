import { useSyncExternalStore } from 'react'
import { type OutboxEntry, outbox } from './outbox.ts'

const NONE: readonly OutboxEntry[] = []

/** What has been done on this device and has not arrived yet, oldest first. */
export const useOutbox = (): readonly OutboxEntry[] =>
  useSyncExternalStore(outbox.subscribe, outbox.entries, () => NONE)
