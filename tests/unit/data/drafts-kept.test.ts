import { afterEach, expect, it, vi } from 'vitest'
import { draftsKept } from '#data/draft-store.ts'
import { reviewDraft } from '#data/drafts.ts'
import { storage } from '#data/storage.ts'

afterEach(() => vi.restoreAllMocks())

it('a device that keeps no draft is one until it keeps that draft, whatever else it keeps', () => {
  const heard = vi.fn()
  draftsKept.subscribe(heard)
  const [long, short] = [reviewDraft('note', 'a'), reviewDraft('note', 'b')]
  const write = vi.spyOn(storage, 'write').mockReturnValue(false)
  expect(long.save('words')).toBe(false)
  long.save('more words')
  expect([draftsKept.now(), heard.mock.calls.length]).toEqual([false, 1])
  write.mockReturnValue(true)
  short.save('b')
  expect(draftsKept.now()).toBe(false)
  long.save('words')
  expect([draftsKept.now(), heard.mock.calls.length]).toEqual([true, 2])
})
