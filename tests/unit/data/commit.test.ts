import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { commit } from '#data/commit.ts'

const send = vi.hoisted(() => vi.fn<() => Promise<void>>())
vi.mock('#data/firestore.ts', () => ({ db: {} }))
vi.mock('firebase/firestore/lite', () => ({ writeBatch: () => ({ commit: send }) }))

beforeEach(() => {
  vi.useFakeTimers()
  // Each wait is as long as it may be.
  vi.spyOn(Math, 'random').mockReturnValue(1)
  send.mockReset().mockResolvedValue()
})

afterEach(() => {
  vi.useRealTimers()
  vi.restoreAllMocks()
})

const refuseOnce = (code: string) => send.mockRejectedValueOnce({ code })

it('a batch that Firestore asks to try again is filled and sent again, after a wait', async () => {
  refuseOnce('aborted')
  const fill = vi.fn()
  const sent = commit(fill)
  await vi.advanceTimersByTimeAsync(399)
  expect(send).toHaveBeenCalledTimes(1)
  await vi.advanceTimersByTimeAsync(1)
  await sent
  expect(send).toHaveBeenCalledTimes(2)
  expect(fill).toHaveBeenCalledTimes(2)
})

it('each wait is twice as long as the one before, and after five tries it is given up', async () => {
  send.mockRejectedValue({ code: 'aborted' })
  const outcome = commit(() => {}).catch((error: unknown) => error)
  const tries: number[] = []
  for (const wait of [400, 800, 1600, 3200, 60_000]) {
    await vi.advanceTimersByTimeAsync(wait - 1)
    tries.push(send.mock.calls.length)
    await vi.advanceTimersByTimeAsync(1)
  }
  expect(tries).toEqual([1, 2, 3, 4, 5])
  expect(send).toHaveBeenCalledTimes(5)
  expect(await outcome).toEqual({ code: 'aborted' })
})

it('whatever else goes wrong is told at once', async () => {
  refuseOnce('unavailable')
  await expect(commit(() => {})).rejects.toEqual({ code: 'unavailable' })
  expect(send).toHaveBeenCalledTimes(1)
})
