/** A browser storage in memory, for tests without a browser. */
export function fakeStorage(kept: Record<string, string> = {}) {
  const items = new Map(Object.entries(kept))
  return {
    items,
    getItem: (key: string) => items.get(key) ?? null,
    setItem: (key: string, value: string) => void items.set(key, value),
    removeItem: (key: string) => void items.delete(key),
  }
}

export const quotaExceeded = () => new DOMException('The quota has been exceeded.', 'QuotaExceededError')

/** What a private window or a setting of the browser makes of it: even looking throws. */
export function forbiddenStorage() {
  const refuse = (): never => {
    throw new DOMException('The operation is insecure.', 'SecurityError')
  }
  return { getItem: refuse, setItem: refuse, removeItem: refuse }
}
