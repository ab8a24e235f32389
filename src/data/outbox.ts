import { type Deed, subjectOf } from '#domain/deed.ts'
import type { DataErrorKind } from './errors.ts'
import { parseEntry } from './outbox-entry.ts'
import { onStoredUnder, storage } from './storage.ts'

/** A deed that has not arrived yet. */
export type OutboxEntry = {
  /** Whose it is and what it is about. */
  readonly id: string
  readonly uid: string
  readonly deed: Deed
  /** When it was put here, in milliseconds; tells a deed from a later one on the same subject. */
  readonly at: number
  /** Why it could not be sent; null if that was not tried yet. */
  readonly reason: DataErrorKind | null
  /** Whether sending it again would be in vain: it waits to be taken back or thrown away. */
  readonly refused: boolean
  /** Whether this device keeps it; if not, it lives as long as this page. */
  readonly kept: boolean
}

const PREFIX = 'outbox:'

const listeners = new Set<() => void>()
const unkept = new Map<string, OutboxEntry>()
let snapshot: readonly OutboxEntry[] | null = null

const tell = () => {
  snapshot = null
  for (const listener of listeners) listener()
}

const idOf = (uid: string, deed: Deed) => `${uid}:${subjectOf(deed)}`

function write(entry: OutboxEntry): OutboxEntry {
  const kept = storage.write(PREFIX + entry.id, JSON.stringify({ ...entry, kept: true }))
  const written = { ...entry, kept }
  if (kept) unkept.delete(entry.id)
  else unkept.set(entry.id, written)
  tell()
  return written
}

const readAll = (): readonly OutboxEntry[] => {
  const stored = storage.keys(PREFIX).map((key) => parseEntry(storage.read(key)))
  return [...stored.filter((entry) => entry !== null), ...unkept.values()].toSorted((a, b) => a.at - b.at)
}

/** Everything done on this device that has not arrived, oldest first, of everybody who uses it. */
export const outbox = {
  /** The same array until something changes. */
  entries: (): readonly OutboxEntry[] => (snapshot ??= readAll()),

  /**
   * Keeps a deed until it has arrived; a former one on the same subject is replaced.
   * @returns the entry; `kept: false` if the device keeps nothing: then say so
   */
  put: (uid: string, deed: Deed): OutboxEntry =>
    write({ id: idOf(uid, deed), uid, deed, at: Date.now(), reason: null, refused: false, kept: true }),

  /** Notes why an entry could not be sent, unless another has taken its place. */
  mark(entry: OutboxEntry, { reason, refused }: Pick<OutboxEntry, 'reason' | 'refused'>): void {
    if (outbox.holds(entry)) write({ ...entry, reason, refused })
  },

  /** Takes an entry out: it has arrived, or is given up. One that has taken its place stays. */
  drop(entry: OutboxEntry): void {
    if (!outbox.holds(entry)) return
    storage.remove(PREFIX + entry.id)
    unkept.delete(entry.id)
    tell()
  },

  /** Whether this very entry, and no later one on the same subject, is still here. */
  holds: ({ id, at }: OutboxEntry): boolean => readAll().some((entry) => entry.id === id && entry.at === at),

  /** @returns how to stop */
  subscribe(changed: () => void): () => void {
    listeners.add(changed)
    const stop = onStoredUnder(PREFIX, tell)
    return () => {
      listeners.delete(changed)
      stop()
    }
  },
}
