import { afterEach, describe, expect, it, vi } from 'vitest'
import { clearDevice, hasDrafts } from '#data/left-here.ts'
import { newSlipJob, slipJob } from '#data/slip-job.ts'
import { fakeStorage, quotaExceeded } from '../../helpers/fake-storage.ts'

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

describe('slips that somebody began to make', () => {
  const terms = { role: 'student', school: '한빛중학교', district: null, level: null, expiresAt: new Date() } as const
  const jobOf = (uid: string) => newSlipJob(uid, terms, '1반', 30)
  const full = () => {
    throw quotaExceeded()
  }

  it.each([
    ['kept', {}],
    ['not kept, where the device is full', { setItem: full }],
  ])('are asked about, go with what is theirs and stay for others: %s', (_, device) => {
    vi.stubGlobal('localStorage', Object.assign(fakeStorage(), device))
    slipJob.save(jobOf('mina'))
    expect([hasDrafts('mina'), hasDrafts('juho')]).toEqual([true, false])
    clearDevice('juho')
    expect([slipJob.load('mina')?.tokens.length, slipJob.load('juho')]).toEqual([30, null])
    clearDevice('mina')
    expect([hasDrafts('mina'), slipJob.load('mina'), localStorage.getItem('madang:slip-job')]).toEqual([
      false,
      null,
      null,
    ])
  })
})
