import { act, render, screen } from '@testing-library/react'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { Later } from '../../../src/app/later.tsx'

vi.mock('#data/painted.ts', () => ({ painted: async () => {} }))

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

const pass = (seconds: number) => act(() => vi.advanceTimersByTimeAsync(seconds * 1000))

it('asks again for a part that did not come, each time later, until it is there', async () => {
  let isThere = false
  const load = vi.fn(async () => {
    if (!isThere) throw new TypeError('Failed to fetch')
    return () => <p>here</p>
  })
  render(<Later load={load} />)
  await pass(4)
  expect(load).toHaveBeenCalledTimes(1)
  await pass(2)
  expect(load).toHaveBeenCalledTimes(2)
  isThere = true
  await pass(8)
  expect(load).toHaveBeenCalledTimes(2)
  await pass(2)
  expect(screen.getByText('here')).toBeDefined()
  await pass(100)
  expect(load).toHaveBeenCalledTimes(3)
})

it('asks no more once its place is gone', async () => {
  const load = vi.fn(async () => {
    throw new TypeError('Failed to fetch')
  })
  const { unmount } = render(<Later load={load} />)
  await pass(1)
  unmount()
  await pass(100)
  expect(load).toHaveBeenCalledTimes(1)
})
