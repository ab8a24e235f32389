import { storage } from './storage.ts'

const LAST_ANSWER = 'last-answer'

const listeners = new Set<() => void>()
// Some networks carry nothing although the browser says “online”: what cannot be read tells.
let unreachable = false

const tell = () => {
  for (const listener of listeners) listener()
}

const setUnreachable = (now: boolean) => {
  if (unreachable === now) return
  unreachable = now
  tell()
}

const backOnline = () => {
  unreachable = false
  tell()
}

/** Whether the database can be reached, as far as this page knows: what the browser says, and how reading went. */
export const connection = {
  isOnline: (): boolean => navigator.onLine && !unreachable,

  /** When the database last answered on this device; null if it never did, or if the device keeps nothing. */
  lastAnswer(): Date | null {
    const at = Number(storage.read(LAST_ANSWER))
    return at > 0 ? new Date(at) : null
  },

  answered(): void {
    storage.write(LAST_ANSWER, String(Date.now()))
    setUnreachable(false)
  },

  /** Something could not be read for want of a connection, tried again and again. */
  unanswered(): void {
    setUnreachable(true)
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
