import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { toDataError } from '#data/errors.ts'
import { bring } from '../../../src/app/bring.ts'
import { isFailedImport } from '../../../src/app/failed-import.ts'

const fetched = vi.fn<typeof fetch>()
const HTML = { 'Content-Type': 'text/html; charset=utf-8' }
const load = vi.fn(async () => 'the part')

beforeEach(() => {
  fetched.mockReset().mockImplementation(async () => new Response('export {}'))
  load.mockClear()
  vi.stubGlobal('fetch', fetched)
})
afterEach(() => {
  vi.unstubAllGlobals()
  document.head.replaceChildren()
})

const asked = () => fetched.mock.calls.map(([address]) => address)
const failure = (part: Promise<unknown>) => part.then(() => null).catch((error: unknown) => error)

describe('a part of the app', () => {
  it('is imported once all of its files are here, of which each is fetched once', async () => {
    await expect(bring(load, ['assets/a.js', 'assets/a-needs.js'])).resolves.toBe('the part')
    await bring(load, ['assets/a.js', 'assets/a-needs.js'])
    expect(asked()).toEqual(['/assets/a.js', '/assets/a-needs.js'])
    expect(load).toHaveBeenCalledTimes(2)
  })

  it.each([
    ['there is no connection', () => Promise.reject(new TypeError('Failed to fetch')), 'offline'],
    ['nothing is served now', async () => new Response('', { status: 503 }), 'offline'],
    [
      'a gateway says in a page that it has no answer',
      async () => new Response('', { status: 502, headers: HTML }),
      'offline',
    ],
    ['the site has another version by now', async () => new Response('', { status: 404 }), 'outdated'],
    ['a page stands in for what is gone', async () => new Response('', { headers: HTML }), 'outdated'],
  ])(
    'is not imported where %s, which browsers would remember; the next time it is asked for again',
    async (_, answer, kind) => {
      const file = `assets/b-${Math.random()}.js`
      fetched.mockImplementationOnce(answer)
      // It is gone indeed, and not only by what the browser keeps.
      if (kind === 'outdated') fetched.mockImplementationOnce(answer)
      const told = vi.fn()
      addEventListener('outdated', told, { once: true })
      const error = await failure(bring(load, [file]))
      removeEventListener('outdated', told)
      expect(isFailedImport(error)).toBe(true)
      // What is said of it: a former version is no lost connection.
      expect(toDataError(error).kind).toBe(kind)
      expect(told).toHaveBeenCalledTimes(kind === 'outdated' ? 1 : 0)
      expect(load).not.toHaveBeenCalled()
      await bring(load, [file])
      expect(load).toHaveBeenCalledOnce()
    },
  )

  it.each([
    ['it was not there', { status: 404, headers: { 'Cache-Control': 'max-age=31536000, immutable' } }],
    ['a page stood in for it', { headers: HTML }],
  ])('that is there again is imported, although the browser keeps that %s', async (_, kept) => {
    const told = vi.fn()
    addEventListener('outdated', told, { once: true })
    fetched.mockImplementation(async (_, { cache } = {}) =>
      cache === 'reload' ? new Response('export {}') : new Response('', kept),
    )
    const file = `assets/g-${Math.random()}.js`
    await expect(bring(load, [file])).resolves.toBe('the part')
    removeEventListener('outdated', told)
    expect(asked()).toEqual([`/${file}`, `/${file}`])
    expect(told).not.toHaveBeenCalled()
  })

  it('is not fetched where the page came with it', async () => {
    document.head.innerHTML =
      '<link rel="modulepreload" href="/assets/c.js"><script type="module" src="/assets/d.js"></script>'
    await bring(load, ['assets/c.js', 'assets/d.js'])
    expect(asked()).toEqual([])
  })

  describe('waits for its styles', () => {
    const sheet = (file: string) => document.querySelector(`link[href="/${file}"]`)
    const tell = async (file: string, event: string) => {
      await vi.waitFor(() => expect(sheet(file)).not.toBeNull())
      sheet(file)?.dispatchEvent(new Event(event))
    }

    it('which are asked for again if they did not come', async () => {
      fetched.mockRejectedValueOnce(new TypeError('Failed to fetch'))
      const first = failure(bring(load, ['assets/e.css']))
      await tell('assets/e.css', 'error')
      const error = await first
      expect(isFailedImport(error)).toBe(true)
      expect(toDataError(error).kind).toBe('offline')
      expect(sheet('assets/e.css')).toBeNull()
      const again = bring(load, ['assets/e.css'])
      await tell('assets/e.css', 'load')
      await expect(again).resolves.toBe('the part')
    })

    it('which come although the browser keeps that they are not there', async () => {
      fetched.mockImplementation(
        async (_, { cache } = {}) => new Response('', { status: cache === 'reload' ? 200 : 404 }),
      )
      const part = bring(load, ['assets/f.css'])
      await tell('assets/f.css', 'error')
      await tell('assets/f.css', 'load')
      await expect(part).resolves.toBe('the part')
    })

    it('and is of a former version where the site has others by now', async () => {
      fetched.mockImplementation(async () => new Response('', { status: 404 }))
      const part = failure(bring(load, ['assets/h.css']))
      await tell('assets/h.css', 'error')
      expect(toDataError(await part).kind).toBe('outdated')
    })
  })
})
