import { afterEach, expect, it, vi } from 'vitest'
import { draftsKept } from '#data/draft-store.ts'
import { commentDraft, reviewDraft } from '#data/drafts.ts'
import { forgetNobodys } from '#data/drafts-here.ts'
import { clearDevice, hasDrafts } from '#data/left-here.ts'
import { storage } from '#data/storage.ts'
import { fakeStorage, forbiddenStorage, quotaExceeded } from '../../helpers/fake-storage.ts'

afterEach(() => {
  vi.restoreAllMocks()
  vi.unstubAllGlobals()
})

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

const words = (text: string) => ({ id: 't1-a', text, subtaskId: null, lang: undefined, returned: null })

it('what the device does not keep is there as long as the page, and goes with whoever wants nothing left', () => {
  vi.stubGlobal('localStorage', forbiddenStorage())
  expect(commentDraft('t1').save(words('이 창에만'))).toBe(false)
  expect(commentDraft('t1').load()).toEqual(words('이 창에만'))
  expect(hasDrafts('mina')).toBe(true)
  clearDevice('mina')
  expect([commentDraft('t1').load(), hasDrafts('mina')]).toEqual([null, false])
})

it('where nobody can tell whose it was, nothing is left to the next one', () => {
  vi.stubGlobal('localStorage', forbiddenStorage())
  commentDraft('t1').save(words('누구의 것인지 모르는 글'))
  const mina = commentDraft('t1', () => 'mina')
  commentDraft('t2', () => 'mina').save(words('미나의 글'))
  forgetNobodys()
  expect([mina.load(), commentDraft('t2', () => 'mina').load()?.text]).toEqual([null, '미나의 글'])
})

it('of a full device, what was begun before and since is put together once', () => {
  const device = fakeStorage({
    'madang:draft:comment:t3@mina': JSON.stringify(words('전에 쓴 글')),
    'madang:draft:comment:t3': JSON.stringify(words('그 뒤에 쓴 글')),
  })
  const refuse = () => {
    throw quotaExceeded()
  }
  vi.stubGlobal('localStorage', { ...device, setItem: refuse })
  const mina = commentDraft('t3', () => 'mina')
  const both = '전에 쓴 글\n\n그 뒤에 쓴 글'
  expect([mina.load()?.text, mina.load()?.text]).toEqual([both, both])
  expect(device.items.size).toBe(2)
  vi.stubGlobal('localStorage', device)
  mina.save(words(both))
  expect([...device.items.keys()]).toEqual(['madang:draft:comment:t3@mina'])
})
