import { afterEach, expect, it, vi } from 'vitest'
import { onStoredElsewhere, storage } from '#data/storage.ts'
import { fakeStorage, forbiddenStorage } from '../../helpers/fake-storage.ts'

afterEach(() => {
  vi.unstubAllGlobals()
})

it('keeps its keys apart from those of other apps at the same address', () => {
  const browser = fakeStorage({ lang: 'fr' })
  vi.stubGlobal('localStorage', browser)
  expect(storage.read('lang')).toBeNull()
  expect(storage.write('lang', 'ko')).toBe(true)
  expect(storage.read('lang')).toBe('ko')
  storage.remove('lang')
  expect(storage.read('lang')).toBeNull()
  expect([...browser.items]).toEqual([['lang', 'fr']])
})

it('finds nothing and keeps nothing where storage is forbidden', () => {
  vi.stubGlobal('localStorage', forbiddenStorage())
  expect(storage.read('lang')).toBeNull()
  expect(storage.write('lang', 'ko')).toBe(false)
  expect(() => storage.remove('lang')).not.toThrow()
})

it('hears of its own key from other tabs until it is told to stop', () => {
  const tab = new EventTarget()
  vi.stubGlobal('addEventListener', tab.addEventListener.bind(tab))
  vi.stubGlobal('removeEventListener', tab.removeEventListener.bind(tab))
  const changed = vi.fn()
  const stop = onStoredElsewhere('signed-in', changed)
  const change = (key: string) => tab.dispatchEvent(Object.assign(new Event('storage'), { key }))

  change('madang:signed-in')
  expect(changed).toHaveBeenCalledTimes(1)
  change('signed-in')
  change('madang:lang')
  expect(changed).toHaveBeenCalledTimes(1)
  stop()
  change('madang:signed-in')
  expect(changed).toHaveBeenCalledTimes(1)
})
