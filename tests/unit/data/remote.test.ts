import { beforeEach, expect, it, vi } from 'vitest'
import { DataError } from '#data/errors.ts'
import { remote } from '#data/remote.ts'

const renewSignIn = vi.hoisted(() => vi.fn<(began: number) => Promise<'renewed' | 'held' | 'ended'>>())
vi.mock('#data/session.ts', () => ({ renewSignIn }))
vi.mock('#data/painted.ts', () => ({ painted: async () => {} }))

beforeEach(() => renewSignIn.mockReset())

/** Something whose token is refused so many times. */
function refusing(times: number) {
  const run = vi.fn(async () => {
    if (run.mock.calls.length <= times) throw new DataError('signed-out')
    return 'done'
  })
  return { run, asked: () => remote(async () => ({}), run) }
}

it('what an old token was refused is done with a new one, and nobody hears of it', async () => {
  renewSignIn.mockResolvedValue('renewed')
  const { run, asked } = refusing(1)
  expect(await asked()).toBe('done')
  expect(run).toHaveBeenCalledTimes(2)
})

it.each([
  ['ended', 'signed-out'],
  // Of an account that could not come back.
  ['held', 'offline'],
] as const)('what a new token is refused, too, is not tried a third time (%s)', async (outcome, kind) => {
  renewSignIn.mockResolvedValueOnce('renewed')
  renewSignIn.mockResolvedValueOnce(outcome)
  const { run, asked } = refusing(9)
  await expect(asked()).rejects.toMatchObject({ kind })
  expect(run).toHaveBeenCalledTimes(2)
})

it('what nobody waits for any more is not begun anew with a new token', async () => {
  vi.useFakeTimers()
  let renew = (_: 'renewed') => {}
  renewSignIn.mockReturnValue(new Promise((resolve) => (renew = resolve)))
  const { run, asked } = refusing(1)
  const told = expect(asked()).rejects.toMatchObject({ kind: 'offline' })
  await vi.advanceTimersByTimeAsync(20_000)
  await told
  renew('renewed')
  await vi.advanceTimersByTimeAsync(1000)
  expect(run).toHaveBeenCalledOnce()
  vi.useRealTimers()
})

it('what comes too late is not begun: its author may have taken it back', async () => {
  vi.useFakeTimers()
  const run = vi.fn(async () => {})
  const asked = remote(() => new Promise((resolve) => setTimeout(() => resolve({}), 17_000)), run)
  const told = expect(asked).rejects.toMatchObject({ kind: 'offline' })
  await vi.advanceTimersByTimeAsync(20_000)
  await told
  expect(run).not.toHaveBeenCalled()
  vi.useRealTimers()
})

it('what runs knows when nobody waits for it any more', async () => {
  vi.useFakeTimers()
  const known: boolean[] = []
  const asked = remote(
    async () => ({}),
    async (_, isLost) => {
      for (const ms of [14_000, 2000]) {
        await new Promise((resolve) => setTimeout(resolve, ms))
        known.push(isLost())
      }
    },
  )
  const told = expect(asked).rejects.toMatchObject({ kind: 'offline' })
  await vi.advanceTimersByTimeAsync(20_000)
  await told
  expect(known).toEqual([false, true])
  vi.useRealTimers()
})

it.each([
  ['ended', 'signed-out'],
  // Nobody can tell whether the sign-in has ended.
  ['held', 'offline'],
] as const)('a token that is not renewed (%s) is told as %s', async (outcome, kind) => {
  renewSignIn.mockResolvedValue(outcome)
  const { run, asked } = refusing(9)
  await expect(asked()).rejects.toMatchObject({ kind })
  expect(run).toHaveBeenCalledOnce()
})
