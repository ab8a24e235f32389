import { allowScripts, SERVICE_WORKER } from '#data/trusted-scripts.ts'

const HOUR = 3_600_000
/**
 * How long the former version may take to go, in milliseconds. A browser lets it finish what its pages have asked it for, for
 * minutes if a server does not answer; with the page, that ends.
 */
const PATIENCE_MS = 5000

const listeners = new Set<() => void>()
let registration: ServiceWorkerRegistration | undefined
let isNewVersionReady = false
let wantsNewVersion = false

const sayNewVersion = () => {
  isNewVersionReady = true
  for (const listener of listeners) listener()
}

/** Pages may stay open for days: they look for a new version when somebody comes back to them, once an hour at most. */
function lookNowAndThen(found: ServiceWorkerRegistration): void {
  let looked = Date.now()
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'hidden' || Date.now() - looked < HOUR) return
    looked = Date.now()
    found.update().catch(() => {})
  })
}

async function register(container: ServiceWorkerContainer): Promise<void> {
  allowScripts()
  // On the very first visit one takes control too, of the page that came with it: that is no new version.
  let isFirst = container.controller === null
  container.addEventListener('controllerchange', () => {
    if (wantsNewVersion) location.reload()
    // Another tab has gone over to the new version: this one says so, and leaves the moment to the person.
    else if (!isFirst) sayNewVersion()
    isFirst = false
  })
  registration = await container.register(SERVICE_WORKER)
  const sayIfWaiting = () => {
    if (registration?.waiting && container.controller) sayNewVersion()
  }
  registration.addEventListener('updatefound', () => {
    registration?.installing?.addEventListener('statechange', sayIfWaiting)
  })
  sayIfWaiting()
  lookNowAndThen(registration)
}

let registered = false

/** The service worker, which keeps the pages for reading without a connection, and brings new versions of them. */
export const serviceWorker = {
  /** Where a browser has none or forbids it, the site works as before, with a connection. */
  register(): void {
    if (registered || !('serviceWorker' in navigator)) return
    registered = true
    register(navigator.serviceWorker).catch(() => {})
  },

  isNewVersionReady: (): boolean => isNewVersionReady,

  /** There is a new version: part of this one is on the server no more. It is said once the page can be reloaded in it. */
  async look(): Promise<void> {
    await registration?.update().catch(() => {})
    // What is being installed says so itself. Where nothing is, because no service worker keeps this page, a reload does it.
    if (!registration?.installing) sayNewVersion()
  },

  /** Reloads this page in the new version. Nothing else ever does: somebody may be in the middle of something. */
  useNewVersion(): void {
    wantsNewVersion = true
    registration?.waiting?.postMessage({ type: 'SKIP_WAITING' })
    setTimeout(() => location.reload(), registration?.waiting ? PATIENCE_MS : 0)
  },

  /** @returns how to stop */
  subscribe(changed: () => void): () => void {
    listeners.add(changed)
    return () => listeners.delete(changed)
  },
}
