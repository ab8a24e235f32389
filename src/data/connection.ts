import type { Query, QueryClient } from '@tanstack/react-query'
import { storage } from './storage.ts'

const LAST_ANSWER = 'last-answer'

const listeners = new Set<() => void>()
// Some networks carry nothing although the browser says “online”: what cannot be read tells.
let unreachable = false
// What was sent in vain may have been that alone: it waits for the next answer to anything.
let isDoubted = false

const tell = () => {
  for (const listener of listeners) listener()
}

const backOnline = () => {
  unreachable = false
  isDoubted = false
  tell()
}

const hear = ({ meta, state: { error, dataUpdatedAt } }: Query) => {
  // What never asks the database, such as who is here when nobody is signed in, tells nothing.
  if (!meta?.keep) return
  if (error?.kind === 'offline') {
    if (unreachable) return
    unreachable = true
    tell()
  } else if (error || dataUpdatedAt > 0) {
    if (!error) storage.write(LAST_ANSWER, String(dataUpdatedAt))
    // A no is an answer, too.
    if (unreachable || isDoubted) backOnline()
  }
}

/** Whether the database can be reached, as far as this page knows: what the browser says, and how reading went. */
export const connection = {
  isOnline: (): boolean => navigator.onLine && !unreachable,

  /** Something was sent and found no connection: that there is one is news with the next answer. */
  doubt(): void {
    isDoubted = true
  },

  /** When something was last read on this device; null if nothing ever was, or if the device keeps nothing. */
  lastAnswer(): Date | null {
    const at = Number(storage.read(LAST_ANSWER))
    return at > 0 ? new Date(at) : null
  },

  /** Listens to how reading goes. @returns how to stop */
  watch(client: QueryClient): () => void {
    const cache = client.getQueryCache()
    for (const query of cache.getAll()) hear(query)
    return cache.subscribe((event) => {
      if (event.type !== 'updated') return
      const { type } = event.action
      if (type === 'error' || (type === 'success' && !event.action.manual)) hear(event.query)
    })
  },

  /** @returns how to stop */
  subscribe(changed: () => void): () => void {
    listeners.add(changed)
    addEventListener('online', backOnline)
    addEventListener('offline', tell)
    return () => {
      listeners.delete(changed)
      if (listeners.size > 0) return
      removeEventListener('online', backOnline)
      removeEventListener('offline', tell)
    }
  },
}
