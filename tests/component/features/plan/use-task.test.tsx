import { act, cleanup, screen } from '@testing-library/react'
import { Suspense } from 'react'
import { afterEach, expect, it, vi } from 'vitest'
import { isOpen, type Task } from '#domain/plan.ts'
import type { TaskResult } from '#domain/results.ts'
import { useTask } from '#features/plan/use-task.ts'
import { renderInApp, testClient } from '../../../helpers/render-in-app.tsx'
import { sampleResult, sampleTask } from '../../../helpers/samples.ts'

const { readTask } = vi.hoisted(() => ({ readTask: vi.fn<() => Promise<Task>>() }))
vi.mock('#data/remote.ts', () => ({
  remote: async (_: unknown, run: (module: object) => unknown) => run({ readTask }),
}))

afterEach(() => {
  readTask.mockReset()
  vi.useRealTimers()
})

function Shown({ result }: { result?: TaskResult }) {
  const { task } = useTask('t3', { isNear: result === undefined, result })
  return (
    <p>
      {isOpen(task) ? 'open' : 'closed'} in revision {task.revision}
    </p>
  )
}

const client = testClient()
async function visit(result?: TaskResult, keeping = client) {
  cleanup()
  await renderInApp(<Suspense>{result ? <Shown result={result} /> : <Shown />}</Suspense>, { client: keeping })
}

it('is read once where results are older than its closing, not on every page, and again after the next ones', async () => {
  readTask.mockResolvedValue(sampleTask({ status: 'closed' }))
  const older = sampleResult({}, { status: 'open', turnsAt: null })
  await visit(older)
  await screen.findByText('closed in revision 2')
  await visit(older)
  await visit(older)
  expect(screen.getByText('closed in revision 2')).toBeTruthy()
  expect(readTask).toHaveBeenCalledTimes(1)
  const next = sampleResult({}, { status: 'open', turnsAt: null, voices: 1 })
  await visit(next)
  expect(readTask).toHaveBeenCalledTimes(2)
  // One that the device has cannot be the newest, whenever it was read.
  readTask.mockResolvedValue(sampleTask({ revision: 3 }))
  await visit({ ...next, revision: 3 })
  await screen.findByText('open in revision 3')
})

it('is another once it closes while the page is open', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'Date'], shouldAdvanceTime: true })
  readTask.mockResolvedValue(sampleTask({ turnsAt: new Date(Date.now() + 60_000) }))
  await visit(undefined, testClient())
  await screen.findByText('open in revision 2')
  await act(() => vi.advanceTimersByTimeAsync(60_100))
  expect(screen.getByText('closed in revision 2')).toBeTruthy()
})
