import { PREFIX as ALL, storage, storedKeys } from './storage.ts'

const PREFIX = 'outbox:'
const KEYS = ALL + PREFIX

type Unkept = {
  readonly text: string
  /** What the device had in its place then: if another tab has changed that, it is out of date. */
  readonly over: string | null
}

const unkept = new Map<string, Unkept>()
const listeners = new Set<() => void>()
let version = 0

const touch = () => {
  version++
  for (const listener of listeners) listener()
}

function textOf(id: string): string | null {
  const stored = storage.read(PREFIX + id)
  const here = unkept.get(id)
  if (here?.over === stored) return here.text
  unkept.delete(id)
  return stored
}

const storedIds = (): string[] => storedKeys(PREFIX).map((key) => key.slice(PREFIX.length))

const ids = (): string[] => [...new Set([...storedIds(), ...unkept.keys()])]

type Removed = (id: string, text: string) => void

/** What other tabs have taken out while nobody asked: the code that does may not have come yet. */
let missed: Parameters<Removed>[] = []
let onRemoved: Removed = (...removal) => missed.push(removal)

/** Another tab has changed something; without a key, all of the storage. */
const hear = ({ key, oldValue, newValue }: StorageEvent) => {
  if (key !== null && !key.startsWith(KEYS)) return
  touch()
  if (key !== null && oldValue !== null && newValue === null) onRemoved(key.slice(KEYS.length), oldValue)
}

/** What lies in the outbox, as texts by id: on the device, or where that keeps nothing, as long as this page lives. */
export const shelf = {
  isEmpty: (): boolean => ids().length === 0,

  /** @property kept whether the device keeps it, should this page be closed */
  all: (): { id: string; text: string; kept: boolean }[] =>
    ids().flatMap((id) => {
      const text = textOf(id)
      return text === null ? [] : { id, text, kept: storage.read(PREFIX + id) !== null }
    }),

  /** Puts something in the place of what is there. */
  put(id: string, text: string): void {
    // What it replaces must not come back, should there be no room for this.
    storage.remove(PREFIX + id)
    shelf.amend(id, text)
  },

  /** The same with some detail changed: where there is no room for that, the device keeps what it has. */
  amend(id: string, text: string): void {
    if (storage.write(PREFIX + id, text)) unkept.delete(id)
    else unkept.set(id, { text, over: storage.read(PREFIX + id) })
    touch()
  },

  remove(id: string): void {
    storage.remove(PREFIX + id)
    unkept.delete(id)
    touch()
  },

  /** Another number after each change that this page has heard of. */
  version: (): number => version,

  /** Tells that something about what lies here has changed. */
  touch,

  /** Calls back, for one who asks, with what another tab takes out, or has since the page heard of others. @returns how to stop */
  watchRemovals(removed: Removed): () => void {
    const miss = onRemoved
    onRemoved = removed
    const stop = shelf.subscribe(() => {})
    for (const removal of missed) removed(...removal)
    missed = []
    return () => {
      onRemoved = miss
      stop()
    }
  },

  /** Calls back when something changes, here or in another tab. @returns how to stop */
  subscribe(changed: () => void): () => void {
    if (listeners.size === 0) {
      // Nobody has listened to other tabs until now.
      version++
      addEventListener('storage', hear)
    }
    listeners.add(changed)
    return () => {
      if (listeners.delete(changed) && listeners.size === 0) removeEventListener('storage', hear)
    }
  },
}
