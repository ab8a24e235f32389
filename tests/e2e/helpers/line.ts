import { request } from 'node:http'
import type { BrowserContext, Page, Request } from '@playwright/test'

const ANSWERS = {
  401: 'UNAUTHENTICATED',
  403: 'PERMISSION_DENIED',
  429: 'RESOURCE_EXHAUSTED',
  500: 'INTERNAL',
  502: 'BAD_GATEWAY',
  503: 'UNAVAILABLE',
} as const

/** What becomes of a request: `reset` when half of it has arrived; `lost`: it arrives, and the first answer about it does not. */
type Way = 'open' | 'reset' | 'lost' | keyof typeof ANSWERS

const WRITES = '**/documents:commit**'

/** The document that a request writes first. */
const about = (body: string | null) => /"name":"([^"]+)"/.exec(body ?? '')?.[1] ?? ''

/** The server hears the beginning, and then nothing more. */
function sendHalf(whole: Request): Promise<void> {
  const body = whole.postDataBuffer() ?? Buffer.alloc(0)
  const headers = { ...whole.headers(), 'content-length': body.length }
  return new Promise((resolve, reject) => {
    const half = request(whole.url(), { method: whole.method(), headers })
    half.on('error', reject)
    half.write(body.subarray(0, body.length / 2), (error) => {
      if (error) return reject(error)
      half.off('error', reject).on('error', () => {})
      half.on('close', resolve).destroy()
    })
  })
}

/** The way to the server that what is written takes from all pages of a device. @param address what else goes this way */
export async function lineOf(context: BrowserContext, address = WRITES) {
  let way: Way = 'open'
  let tried = 0
  const lost = new Set<string>()
  await context.route(address, async (route) => {
    tried++
    const key = about(route.request().postData())
    if (way === 'reset') {
      await sendHalf(route.request())
      return route.abort('connectionreset')
    }
    if (way === 'lost' && !lost.has(key)) {
      lost.add(key)
      await route.fetch()
      return route.abort('connectionreset')
    }
    if (way === 'open' || way === 'lost') return route.continue()
    return route.fulfill({
      status: way,
      headers: { 'access-control-allow-origin': '*' },
      json: { error: { code: way, status: ANSWERS[way], message: ANSWERS[way] } },
    })
  })
  return {
    /** From now on it goes this way. */
    is(next: Way): void {
      way = next
      tried = 0
    },
    /** How often something has been sent since then. */
    tried: () => tried,
    /** How many answers have been lost. */
    lost: () => lost.size,
  }
}

/** A clock that is off by so much, and no IndexedDB, as in some private windows. */
export async function onAnOddDevice(context: BrowserContext, ms: number): Promise<void> {
  await context.clock.install({ time: Date.now() + ms })
  await context.addInitScript(() => {
    indexedDB.open = () => {
      throw new DOMException('forbidden', 'SecurityError')
    }
  })
}

/** From now on this page has a line of 2G: 600 ms to anywhere, 30 kB a second. */
export async function slowDown(page: Page): Promise<void> {
  const slow = { offline: false, latency: 600, downloadThroughput: 30_000, uploadThroughput: 15_000 }
  await (await page.context().newCDPSession(page)).send('Network.emulateNetworkConditions', slow)
}

/**
 * From now on this site has no room left on the device, here and after a reload: what is kept in strings is full to the last
 * letter, and IndexedDB and caches get no room either.
 */
export async function fillStorage(page: Page): Promise<void> {
  const { origin } = new URL(page.url())
  const quota = { origin, quotaSize: 1 }
  await (await page.context().newCDPSession(page)).send('Storage.overrideQuotaForOrigin', quota)
  const wasFull = await page.evaluate(async () => {
    let kept = localStorage.getItem('filler') ?? ''
    for (let size = 2 ** 22; size >= 1; size /= 2) {
      const more = 'x'.repeat(size)
      try {
        for (;;) {
          localStorage.setItem('filler', kept + more)
          kept += more
        }
      } catch {
        // So much does not go in any more; half of it may.
      }
    }
    // What is taken away makes room again; until this page is loaded again it is not given to anything.
    Storage.prototype.setItem = () => {
      throw new DOMException('full', 'QuotaExceededError')
    }
    const opened = await caches.open('filler')
    return opened.put('/filler', new Response('x'.repeat(2 ** 20))).then(
      () => false,
      ({ name }: DOMException) => name === 'QuotaExceededError',
    )
  })
  if (!wasFull) throw new Error('There is room left.')
}

/** In whatever this page opens next, the site's storage is forbidden, as where a browser blocks all cookies: even looking throws. */
export const forbidStorage = (page: Page) =>
  page.addInitScript(() => {
    // Those of the sign-in's own frame are another site's.
    if (self !== top) return
    for (const storage of ['localStorage', 'sessionStorage']) {
      Object.defineProperty(window, storage, {
        get: () => {
          throw new DOMException('forbidden', 'SecurityError')
        },
      })
    }
  })

/**
 * The server accepts the sign-in of this device no more, and renews none. Said before anything is sent: what is on its way then
 * goes through. The route stays when that ends: a page that is loading while one is taken away may wait for a file for good.
 * @returns how to end that
 */
export async function refuseTokens(context: BrowserContext): Promise<() => void> {
  let accepts = false
  await context.route('**/token?key=**', (route) =>
    accepts
      ? route.continue()
      : route.fulfill({
          status: 400,
          headers: { 'access-control-allow-origin': '*' },
          json: { error: { code: 400, message: 'TOKEN_EXPIRED' } },
        }),
  )
  return () => {
    accepts = true
  }
}
