import { vi } from 'vitest'
import type { Means } from '#data/postman.ts'

/** Another tab of the same browser: modules of its own, and the same storage. */
export async function openTab() {
  vi.resetModules()
  const [{ outbox }, { startPostman }, { DataError }] = await Promise.all([
    import('#data/outbox.ts'),
    import('#data/postman.ts'),
    import('#data/errors.ts'),
  ])
  return { outbox, startPostman, DataError }
}

/** A lock that several tabs share, as `navigator.locks` is one. */
export function sharedLock(): Means['alone'] {
  let last: Promise<unknown> = Promise.resolve()
  return (send) => {
    const mine = last.then(send)
    last = mine.catch(() => {})
    return mine
  }
}

/** What the browser tells the other tabs when one of them has written. In a test, all of them hear it. */
export const tellTabs = (key: string) => dispatchEvent(new StorageEvent('storage', { key }))
