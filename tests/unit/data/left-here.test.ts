import { afterEach, expect, it, vi } from 'vitest'
import { clearDevice, hasDrafts } from '#data/left-here.ts'
import { fakeStorage } from '../../helpers/fake-storage.ts'

afterEach(() => void vi.unstubAllGlobals())

const SENT = 'madang:draft:sent:opening:t1@mina'

it('asks about words alone when somebody signs out, and clears what was sent without an answer with them', () => {
  const storage = fakeStorage({ [SENT]: '{"what":"[]","entry":"LogLogLogLogLogLog01"}' })
  // Its keys are the device's, as in a browser.
  vi.stubGlobal('localStorage', Object.assign(storage, { [SENT]: '' }))
  expect(hasDrafts('mina')).toBe(false)
  Object.assign(storage, { 'madang:draft:note:t1-a@mina': '' })
  expect(hasDrafts('mina')).toBe(true)
  clearDevice('mina')
  expect(storage.getItem(SENT)).toBeNull()
})
