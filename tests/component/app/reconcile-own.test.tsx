import { QueryObserver } from '@tanstack/react-query'
import { waitFor } from '@testing-library/react'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { outbox } from '#data/outbox.ts'
import type { Deed } from '#domain/deed.ts'
import { OWN } from '#features/account/queries.ts'
import { readAgain, reconcile } from '../../../src/app/reconcile.ts'
import { ballotDeed, commentDeed, reactDeed, stanceDeed } from '../../helpers/deeds.ts'
import { testClient } from '../../helpers/render-in-app.tsx'

// The other side of the network; the browser tests have the real one.
vi.mock('#data/ballots.ts', () => ({ readBallot: async () => null }))

const words = { taskId: 't3', commentId: 't3-mine' } as const
const PARTS = ['comments', 'reactions', 'stances', 'ballot'] as const
const DEEDS: [Deed, (typeof PARTS)[number] | null][] = [
  [commentDeed('하나'), 'comments'],
  [{ kind: 'edit', ...words, text: '둘', lang: 'ko', edits: 1 }, 'comments'],
  [{ kind: 'withdraw', ...words }, 'comments'],
  [reactDeed('t3-x'), 'reactions'],
  [stanceDeed('agree'), 'stances'],
  [ballotDeed({ t1: 2 }), 'ballot'],
  [{ kind: 'report', taskId: 't3', commentId: 't3-x', reason: 'abuse' }, null],
]

let close = () => {}

/** Mina's page of her own, each part of which has been read once; and how often since. */
async function open(read: (part: string) => Promise<unknown> = async () => []) {
  const client = testClient()
  const reads = vi.fn((part: string) => read(part))
  const stops = PARTS.map((part) =>
    new QueryObserver(client, { queryKey: [...OWN, 'mina', part], queryFn: () => reads(part) }).subscribe(() => {}),
  )
  close = () => {
    for (const stop of stops) stop()
  }
  await waitFor(() => expect(reads).toHaveBeenCalledTimes(PARTS.length))
  reads.mockClear()
  return { client, reads, read: () => reads.mock.calls.map(([part]) => part) }
}

afterEach(() => {
  close()
  vi.useRealTimers()
  for (const entry of outbox.look()) outbox.drop(entry)
})

describe.each([
  ['here', reconcile],
  ['from another tab', readAgain],
] as const)('what arrives while somebody looks at what is theirs, sent %s', (_, hear) => {
  it.each(DEEDS)('is read once, and nothing else is: $kind', async (deed, part) => {
    const { client, read } = await open()
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
    await hear(client, outbox.put('mina', deed))
    await vi.advanceTimersByTimeAsync(2000)
    expect(read()).toEqual(part === null ? [] : [part])
  })

  it('is theirs alone', async () => {
    const { client, read } = await open()
    await hear(client, outbox.put('jun', stanceDeed('agree')))
    expect(read()).toEqual([])
  })
})

describe('what is one’s own', () => {
  it('has been read before what has arrived leaves the outbox', async () => {
    const { client, reads } = await open()
    let isRead = false
    reads.mockImplementation(async () => {
      await new Promise((resolve) => setTimeout(resolve, 50))
      isRead = true
      return []
    })
    await reconcile(client, outbox.put('mina', commentDeed('하나')))
    expect(isRead).toBe(true)
  })

  it('is read once after several reactions that arrive in a row', async () => {
    const { client, read } = await open()
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
    for (const id of ['t3-x', 't3-y', 't3-z']) {
      await reconcile(client, outbox.put('mina', reactDeed(id)))
      await vi.advanceTimersByTimeAsync(500)
    }
    await vi.advanceTimersByTimeAsync(2000)
    expect(read()).toEqual(['reactions'])
  })

  it('is asked for anew where it was on its way without what has arrived', async () => {
    const stored: string[] = []
    const answers: (() => void)[] = []
    const { client } = await open((part) => {
      if (part !== 'comments') return Promise.resolve([])
      const now = [...stored]
      return new Promise((resolve) => answers.push(() => resolve(now)))
    })
    stored.push('하나')
    const arriving = reconcile(client, outbox.put('mina', commentDeed('하나')))
    await waitFor(() => expect(answers).toHaveLength(2))
    for (const answer of answers) answer()
    await arriving
    expect(client.getQueryData([...OWN, 'mina', 'comments'])).toEqual(['하나'])
  })

  it('is not read where nobody looks at it', async () => {
    const { client, read } = await open()
    close()
    await reconcile(client, outbox.put('mina', commentDeed('하나')))
    expect(read()).toEqual([])
  })
})
