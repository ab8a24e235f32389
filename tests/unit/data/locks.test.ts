import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { alone } from '#data/alone.ts'
import { isLocked, locked } from '#data/locks.ts'
import { newSlipJob } from '#data/slip-job.ts'
import { issueSlips } from '#data/slip-making.ts'

/** A browser that refuses whatever is asked of its locks, as where a site may keep nothing. */
const refusing = () => {
  const refuse = async () => {
    throw new DOMException('denied', 'SecurityError')
  }
  return { locks: { request: refuse, query: refuse } }
}

type Run = (lock: object | null) => Promise<unknown>
/** One that grants a lock, or says that another tab has it. */
const granting = (lock: object | null) => ({
  locks: {
    request: (_: string, __: LockOptions, run: Run) => run(lock),
    query: async () => ({ held: [{ name: 'a' }] }),
  },
})

/** One that takes the lock away before it hears that what is done under it has been done. */
const takingAway = () => ({
  onLine: true,
  locks: {
    request: async (_: string, __: LockOptions, run: Run) => {
      await run({})
      throw new DOMException('stolen', 'AbortError')
    },
  },
})

// What is under way goes nowhere from here.
vi.mock('#data/slip-batches.ts', () => ({ readIssued: async () => [], issueSome: async () => {} }))
vi.mock('#data/painted.ts', () => ({ painted: async () => {} }))

const act = vi.fn<(isOwn: boolean) => Promise<string>>()
beforeEach(() => {
  act.mockReset().mockResolvedValue('done')
})
afterEach(() => vi.unstubAllGlobals())

describe('what is done under a lock', () => {
  it.each([
    ['that is granted', granting({}), true],
    ['that another tab has', granting(null), false],
    ['where there are none', {}, true],
    ['where the browser refuses them', refusing(), true],
  ])('%s is done once, and knows whether it is its own', async (_, browser, isOwn) => {
    vi.stubGlobal('navigator', browser)
    expect(await locked('a', { ifAvailable: true }, act)).toBe('done')
    expect(act.mock.calls).toEqual([[isOwn]])
  })

  it.each([
    ['granted', granting({})],
    ['refused', refusing()],
  ])('and fails is not done again, with locks that are %s', async (_, browser) => {
    vi.stubGlobal('navigator', browser)
    act.mockRejectedValue(new Error('on the way'))
    await expect(locked('a', {}, act)).rejects.toThrow('on the way')
    expect(act).toHaveBeenCalledOnce()
  })

  it('that is taken away is not done again', async () => {
    vi.stubGlobal('navigator', takingAway())
    await expect(locked('a', {}, act)).rejects.toThrow('stolen')
    expect(act).toHaveBeenCalledOnce()
  })

  it('is sent from the outbox where the browser refuses locks', async () => {
    vi.stubGlobal('navigator', refusing())
    const send = vi.fn(async () => {})
    await alone(send)
    expect(send).toHaveBeenCalledOnce()
  })
})

it.each([
  ['held', granting({}), true],
  ['none', {}, false],
  ['refused', refusing(), false],
])('a lock is held as far as is known: %s', async (_, browser, isHeld) => {
  vi.stubGlobal('navigator', browser)
  expect(await isLocked('a')).toBe(isHeld)
  expect(await isLocked('b')).toBe(false)
})

it('what keeps slips from being made is an error that can be told', async () => {
  vi.stubGlobal('navigator', takingAway())
  const terms = { role: 'student', school: '한빛초', district: null, level: null, expiresAt: new Date() } as const
  const job = newSlipJob('inviter', terms, '1반', 1)
  await expect(issueSlips(job, () => {})).rejects.toMatchObject({ name: 'DataError', kind: 'unknown' })
})
