import { QueryClient } from '@tanstack/react-query'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { connection } from '#data/connection.ts'
import { DataError } from '#data/errors.ts'
import { fakeStorage, forbiddenStorage } from '../../helpers/fake-storage.ts'

const browser = { onLine: true }

const client = new QueryClient({ defaultOptions: { queries: { networkMode: 'always', retry: false } } })
connection.watch(client)

const read = (queryFn: () => Promise<unknown>, meta: { keep?: 'whole' } = { keep: 'whole' }) =>
  client.fetchQuery({ queryKey: ['something', meta], queryFn, meta }).catch(() => {})

const answered = () => read(async () => 'an answer')
const unanswered = () => read(() => Promise.reject(new DataError('offline')))

beforeEach(async () => {
  browser.onLine = true
  vi.stubGlobal('navigator', browser)
  vi.stubGlobal('localStorage', fakeStorage())
  const tab = new EventTarget()
  for (const name of ['addEventListener', 'removeEventListener', 'dispatchEvent'] as const) {
    vi.stubGlobal(name, tab[name].bind(tab))
  }
  client.clear()
  await answered()
})

afterEach(() => {
  vi.unstubAllGlobals()
})

const browserSays = (event: 'online' | 'offline') => {
  browser.onLine = event === 'online'
  dispatchEvent(new Event(event))
}

it('is what the browser says, and tells when that changes', () => {
  const changed = vi.fn(() => connection.isOnline())
  const stop = connection.subscribe(changed)
  browserSays('offline')
  browserSays('online')
  expect(changed.mock.results.map(({ value }) => value)).toEqual([false, true])
  stop()
  browserSays('offline')
  expect(changed).toHaveBeenCalledTimes(2)
})

it('is lost when nothing answers although the browser says otherwise, until something does', async () => {
  const changed = vi.fn(() => connection.isOnline())
  const stop = connection.subscribe(changed)
  await unanswered()
  await unanswered()
  await answered()
  await answered()
  expect(changed.mock.results.map(({ value }) => value)).toEqual([false, true])
  stop()
})

it('is there when the database answers, be it with a no', async () => {
  await unanswered()
  await read(() => Promise.reject(new DataError('refused')))
  expect(connection.isOnline()).toBe(true)
})

it('is not judged by what asks nobody, nor by what the page itself puts in its cache', async () => {
  await unanswered()
  await read(async () => 'nobody is signed in', {})
  client.setQueryData(['something', { keep: 'whole' }], 'about to be sent')
  expect(connection.isOnline()).toBe(false)
  await answered()
  await read(() => Promise.reject(new DataError('offline')), {})
  expect(connection.isOnline()).toBe(true)
})

it('is judged by what was read before anybody listened, too', async () => {
  const early = new QueryClient()
  await early
    .fetchQuery({
      queryKey: ['early'],
      queryFn: () => Promise.reject(new DataError('offline')),
      retry: false,
      networkMode: 'always',
      meta: { keep: 'whole' },
    })
    .catch(() => {})
  connection.watch(early)()
  expect(connection.isOnline()).toBe(false)
})

it('is hoped for anew when the browser has a connection again', async () => {
  const stop = connection.subscribe(() => {})
  browserSays('offline')
  await unanswered()
  browserSays('online')
  expect(connection.isOnline()).toBe(true)
  stop()
})

it('tells of the next answer after something was sent in vain, once, and says meanwhile what it said', async () => {
  await answered()
  const changed = vi.fn()
  const stop = connection.subscribe(changed)
  await answered()
  expect(changed).not.toHaveBeenCalled()
  connection.doubt()
  expect(connection.isOnline()).toBe(true)
  await answered()
  await answered()
  expect(changed).toHaveBeenCalledOnce()
  stop()
})

it('remembers over visits when something was last read', async () => {
  client.clear()
  vi.useFakeTimers({ now: new Date('2026-03-02T07:10:00Z'), toFake: ['Date'] })
  await answered()
  vi.useRealTimers()
  expect(connection.lastAnswer()).toEqual(new Date('2026-03-02T07:10:00Z'))
})

it('knows no time where there is none, or where the device keeps nothing', async () => {
  vi.stubGlobal('localStorage', fakeStorage())
  expect(connection.lastAnswer()).toBeNull()
  vi.stubGlobal('localStorage', forbiddenStorage())
  await answered()
  expect(connection.isOnline()).toBe(true)
  expect(connection.lastAnswer()).toBeNull()
})
