export const PREFIX = 'madang:'

/** The uid of who is signed in here: it tells whether anybody is without loading any sign-in code. */
export const SIGNED_IN = 'signed-in'

/** The participant who is signed in here, as read last. */
export const KEPT_PARTICIPANT = 'participant'

/** Who was told here of the newest consent text (consent-asked.ts). */
export const CONSENT_ASKED = 'consent-asked'

/**
 * The browser's storage for this site, which may be full or forbidden (private windows): reading then finds nothing.
 * @returns whether it was kept
 */
export const storage = {
  read(key: string): string | null {
    try {
      return localStorage.getItem(PREFIX + key)
    } catch {
      return null
    }
  },
  write(key: string, value: string): boolean {
    try {
      localStorage.setItem(PREFIX + key, value)
      return true
    } catch {
      return false
    }
  },
  remove(key: string): void {
    try {
      localStorage.removeItem(PREFIX + key)
    } catch {
      // Nothing was kept, so there is nothing to remove.
    }
  },
}

/** The keys of everything kept whose key begins so; those of other tabs too. */
export function storedKeys(prefix: string): string[] {
  try {
    const keys = Object.keys(localStorage)
    return keys.filter((key) => key.startsWith(PREFIX + prefix)).map((key) => key.slice(PREFIX.length))
  } catch {
    return []
  }
}

/** Calls back when another tab changes what is kept under the key, with what it is now. @returns how to stop */
export function onStoredElsewhere(key: string, changed: (value: string | null) => void): () => void {
  const listen = (event: StorageEvent) => {
    if (event.key === PREFIX + key) changed(event.newValue)
  }
  addEventListener('storage', listen)
  return () => removeEventListener('storage', listen)
}
