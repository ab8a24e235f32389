import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { connection } from '#data/connection.ts'
import { fakeStorage, forbiddenStorage } from '../../helpers/fake-storage.ts'

const browser = { onLine: true }

beforeEach(() => {
  browser.onLine = true
  vi.stubGlobal('navigator', browser)
  vi.stubGlobal('localStorage', fakeStorage())
  const tab = new EventTarget()
  for (const name of ['addEventListener', 'removeEventListener', 'dispatchEvent'] as const) {
    vi.stubGlobal(name, tab[name].bind(tab))
  }
  connection.answered()
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

it('is lost when nothing answers although the browser says otherwise, until something does', () => {
  const changed = vi.fn(() => connection.isOnline())
  const stop = connection.subscribe(changed)
  connection.unanswered()
  connection.unanswered()
  connection.answered()
  connection.answered()
  expect(changed.mock.results.map(({ value }) => value)).toEqual([false, true])
  stop()
})

it('is hoped for anew when the browser has a connection again', () => {
  const stop = connection.subscribe(() => {})
  browserSays('offline')
  connection.unanswered()
  browserSays('online')
  expect(connection.isOnline()).toBe(true)
  stop()
})

it('remembers over visits when it last answered', () => {
  vi.useFakeTimers({ now: new Date('2026-03-02T07:10:00Z') })
  connection.answered()
  vi.useRealTimers()
  expect(connection.lastAnswer()).toEqual(new Date('2026-03-02T07:10:00Z'))
})

it('knows no time where there is none, or where the device keeps nothing', () => {
  vi.stubGlobal('localStorage', fakeStorage())
  expect(connection.lastAnswer()).toBeNull()
  vi.stubGlobal('localStorage', forbiddenStorage())
  expect(() => connection.answered()).not.toThrow()
  expect(connection.lastAnswer()).toBeNull()
})
