import { DRAFTS, here } from './drafts-here.ts'
import { onStoredElsewhere, SIGNED_IN, storage, storedKeys } from './storage.ts'

/**
 * Something a person has begun and not sent yet, kept on this device: it survives a reload, a sign-in and a switch of
 * language, and is removed only when it has arrived.
 */
export type DraftStore<T> = {
  load(): T | null
  /** @returns false if the device keeps nothing (storage full or forbidden): then say so */
  save(draft: T): boolean
  clear(): void
}

/** One that several tabs show. */
export type SharedDraftStore<T> = DraftStore<T> & {
  /** What is there, without what was begun since by nobody: reading it changes nothing. */
  look(): T | null
  /** Calls back when another tab has changed that. @returns how to stop */
  watch(changed: () => void): () => void
}

/** What the device has kept, by whatever version of the app. */
type Fields = Readonly<Record<string, unknown>>

const remove = (key: string): void => {
  here.delete(key)
  storage.remove(key)
}

function fieldsOf(key: string): Fields | null {
  try {
    const kept: unknown = JSON.parse(here.get(key) ?? storage.read(key) ?? 'null')
    return typeof kept === 'object' && kept !== null ? (kept as Fields) : null
  } catch {
    return null
  }
}

const listeners = new Set<() => void>()
/**
 * The keys of the drafts that this device could not keep the last time. That one is done with changes nothing: the next would
 * not be kept either, and nobody wants to be told at every pause.
 */
const unkept = new Set<string>()

function noteKept(key: string, isKept: boolean): boolean {
  const before = unkept.size
  if (isKept) unkept.delete(key)
  else unkept.add(key)
  if ((unkept.size === 0) !== (before === 0)) for (const listener of listeners) listener()
  return isKept
}

/** Whether this device has kept all drafts of this page, to be said where somebody writes much. */
export const draftsKept = {
  now: () => unkept.size === 0,
  subscribe(listener: () => void): () => void {
    listeners.add(listener)
    return () => listeners.delete(listener)
  },
}

/** Whose drafts are written here. Null is nobody, also once a sign-in has ended by itself. */
const writer = (): string | null => storage.read(SIGNED_IN)

/** Where a draft is kept. @param uid whose it is; null for whoever is not signed in */
export const keyOf = (name: string, uid: string | null): string => `${DRAFTS}${name}${uid === null ? '' : `@${uid}`}`

/** The keys of all drafts of this device, and of this page where the device keeps nothing. */
export const draftKeys = (): readonly string[] => [...new Set([...storedKeys(DRAFTS), ...here.keys()])]

export const removeDraft = remove

type Options<T> = {
  /** Whose the draft is: of whoever writes, unless it belongs to somebody else, or to the device. */
  whose?: () => string | null
  /** Makes one of somebody's own and of what was begun here since without signing in; else, the later one counts. */
  both?: (own: T, begunSince: T) => T
}

/**
 * Each person's drafts are kept apart. What was begun while nobody was signed in belongs to who is the next to see it signed
 * in.
 * @param restore makes a draft of what was kept, or null of what another version of the app kept
 */
export function draftStore<T>(
  name: string,
  restore: (kept: Fields) => T | null,
  { whose = writer, both = (_, begunSince) => begunSince }: Options<T> = {},
): SharedDraftStore<T> {
  const nobodys = keyOf(name, null)
  const keyNow = () => keyOf(name, whose())
  const at = (key: string): T | null => {
    const kept = fieldsOf(key)
    return kept && restore(kept)
  }
  const keep = (key: string, draft: T): boolean => {
    const text = JSON.stringify(draft)
    const isKept = noteKept(key, storage.write(key, text))
    if (isKept) here.delete(key)
    else here.set(key, text)
    if (key === nobodys) return isKept
    // It is in this one by now. Where that is not kept, the device keeps what it has, and this page looks past it.
    if (isKept) remove(nobodys)
    else here.set(nobodys, 'null')
    return isKept
  }
  return {
    load() {
      const key = keyNow()
      const [own, begunSince] = [at(key), key === nobodys ? null : at(nobodys)]
      if (!begunSince) return own
      const draft = own ? both(own, begunSince) : begunSince
      keep(key, draft)
      return draft
    },
    save: (draft) => keep(keyNow(), draft),
    clear() {
      for (const key of [keyNow(), nobodys]) remove(key)
    },
    look: () => at(keyNow()),
    watch: (changed) => onStoredElsewhere(keyNow(), changed),
  }
}
