import { expect, it, vi } from 'vitest'

const asked = vi.hoisted(() => ({ times: 0 }))

// A file that does not arrive.
vi.mock('../../../locales/en/history.json', () => {
  asked.times += 1
  throw new Error('Failed to fetch dynamically imported module')
})

it('words that do not arrive are asked for once, and again only a while later: React asks at every render', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout'] })
  const { pageTextsReady } = await import('#i18n/page-texts.ts')
  const first = pageTextsReady('en', 'history')
  await expect(first).rejects.toThrow()
  expect(pageTextsReady('en', 'history')).toBe(first)
  vi.advanceTimersByTime(10_000)
  const second = pageTextsReady('en', 'history')
  expect(second).not.toBe(first)
  await expect(second).rejects.toThrow()
  expect(asked.times).toBeGreaterThan(0)
})
