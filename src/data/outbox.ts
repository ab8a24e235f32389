import type { Deed } from '#domain/deed.ts'
import { entryId, entryText, type OutboxEntry, parseEntry, salvage } from './outbox-entry.ts'
import { shelf } from './outbox-shelf.ts'

export type { OutboxEntry }

/** Something that another version of the app has left here and this one cannot read. */
export type StrangeEntry = {
  readonly id: string
  /** Whose it is, if that can be made out. */
  readonly uid: string | null
  /** The words in it, if there are any. */
  readonly words: string | null
}

type Contents = { readonly entries: readonly OutboxEntry[]; readonly strange: readonly StrangeEntry[] }
type Which = Pick<OutboxEntry, 'id' | 'at'>

const NOTHING: Contents = { entries: [], strange: [] }

let seen = NOTHING
let seenVersion: number | null = null
let onItsWay: Which | null = null

const isSame = (one: Which, other: Which | null) => one.id === other?.id && one.at === other.at

function readAll(): Contents {
  const entries: OutboxEntry[] = []
  const strange: StrangeEntry[] = []
  for (const { id, text, kept } of shelf.all()) {
    const entry = parseEntry(id, text)
    if (entry) entries.push({ ...entry, kept, sending: isSame(entry, onItsWay) })
    else strange.push({ id, ...salvage(text) })
  }
  return { entries: entries.toSorted((a, b) => a.at - b.at), strange }
}

function contents(): Contents {
  if (seenVersion !== shelf.version()) {
    seenVersion = shelf.version()
    seen = readAll()
  }
  return seen
}

const find = (which: Which) => outbox.look().find((entry) => isSame(entry, which))

/** Everything done on this device that has not arrived, oldest first, of everybody who uses it. */
export const outbox = {
  /** The same array until something changes. */
  entries: (): readonly OutboxEntry[] => contents().entries,

  /** What another version of the app has left and this one cannot read; the same array until something changes. */
  strange: (): readonly StrangeEntry[] => contents().strange,

  /** What a page is drawn with before anybody is there. */
  none: (): readonly OutboxEntry[] => NOTHING.entries,

  /** As it is at this moment, with what another tab has just done. */
  look: (): readonly OutboxEntry[] => readAll().entries,

  /**
   * Keeps a deed until it has arrived; a former one on the same subject is replaced.
   * @param refused whether it is not to be sent: words that somebody has taken back
   * @returns the entry; `kept: false` if the device keeps nothing: then say so
   */
  put(uid: string, deed: Deed, refused = false): OutboxEntry {
    const id = entryId(uid, deed)
    // Later than all before it, even if the clock has been set back.
    const at = Math.max(Date.now(), (outbox.look().at(-1)?.at ?? 0) + 1)
    const entry = { id, uid, deed, at, reason: null, refused, kept: true, sending: false }
    shelf.put(id, entryText(entry))
    return find(entry) ?? entry
  },

  /** Puts back what was taken out by mistake. What is in its place meanwhile stays. */
  putBack(entry: OutboxEntry): void {
    if (!outbox.look().some(({ id }) => id === entry.id)) shelf.put(entry.id, entryText(entry))
  },

  /** Notes why an entry has not been sent. @returns false if another has taken its place, which is left alone */
  mark(entry: OutboxEntry, { reason, refused }: Pick<OutboxEntry, 'reason' | 'refused'>): boolean {
    const current = find(entry)
    if (!current) return false
    if (current.reason !== reason || current.refused !== refused)
      shelf.amend(entry.id, entryText({ ...entry, reason, refused }))
    return true
  },

  /** Says which entry is on its way from this page now. */
  setOnItsWay(entry: Which | null): void {
    onItsWay = entry
    shelf.touch()
  },

  /** Takes an entry out: it has arrived, or is given up. One that has taken its place stays. */
  drop(which: Which): void {
    if (find(which)) shelf.remove(which.id)
  },

  /** Throws away what cannot be read. @returns how to put it back, unless something is in its place meanwhile */
  dropStrange({ id }: StrangeEntry): () => void {
    const of = () => shelf.all().find((one) => one.id === id)
    const thrown = of()
    shelf.remove(id)
    return () => {
      if (thrown && !of()) shelf.put(id, thrown.text)
    }
  },

  /**
   * Calls back with what another tab has taken out: most likely it has arrived, and what was read here does not show it.
   * @returns how to stop
   */
  watchRemovals: (removed: (entry: Pick<OutboxEntry, 'uid' | 'deed'>) => void): (() => void) =>
    shelf.watchRemovals((id, text) => {
      const entry = parseEntry(id, text)
      if (entry && !entry.refused) removed(entry)
    }),

  /** Calls back when anything changes, here or in another tab. @returns how to stop */
  subscribe: shelf.subscribe,
}
