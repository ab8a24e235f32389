import { act, render, screen } from '@testing-library/react'
import { Suspense } from 'react'
import { expect, it, vi } from 'vitest'
import { lazily } from '#components/lazily.ts'

const Here = ({ words }: { words: string }) => <p>{words}</p>

it('leaves out a part that does not come, asks for it again when its place is drawn a while later, and not once it is there', async () => {
  vi.useFakeTimers()
  const load = vi.fn(async () => Here)
  load.mockRejectedValueOnce(new TypeError('Failed to fetch dynamically imported module'))
  const Part = lazily(load)
  const place = (words: string) => (
    <Suspense fallback="…">
      <Part words={words} />
    </Suspense>
  )
  const app = await act(async () => render(place('first')))
  expect(app.container.textContent).toBe('')
  await act(async () => app.rerender(place('too soon')))
  expect(app.container.textContent).toBe('')
  expect(load).toHaveBeenCalledOnce()
  vi.advanceTimersByTime(1000)
  await act(async () => app.rerender(place('second')))
  expect(screen.getByText('second')).toBeTruthy()
  await act(async () => app.rerender(place('third')))
  expect(screen.getByText('third')).toBeTruthy()
  expect(load).toHaveBeenCalledTimes(2)
  vi.useRealTimers()
})
