import { act, screen } from '@testing-library/react'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { outbox } from '#data/outbox.ts'
import type { Comment } from '#domain/comment.ts'
import { reconcileDeed } from '#features/comments/mutations.ts'
import { commentQuery } from '#features/comments/queries.ts'
import { useAround } from '#features/comments/use-around.ts'
import { citedQuery } from '#features/history/queries.ts'
import { putAround } from '../../../helpers/around.ts'
import { reactDeed } from '../../../helpers/deeds.ts'
import { renderInApp, testClient } from '../../../helpers/render-in-app.tsx'
import { sampleAnswer, sampleComment } from '../../../helpers/samples.ts'

const { readResponses, readOwnReactions } = vi.hoisted(() => ({ readResponses: vi.fn(), readOwnReactions: vi.fn() }))
vi.mock('#data/remote.ts', () => ({
  remote: (_: unknown, run: (module: unknown) => unknown) => run({ readResponses, readOwnReactions }),
}))

/** What somebody sees around these comments, in words. */
function Around({ pages }: { pages: readonly (readonly Comment[])[] }) {
  const { reactions, answers } = useAround(pages, 'mina')
  return <p role="note">{[...Object.entries(reactions).flat(), ...Object.keys(answers)].join(' ')}</p>
}

const others = (count: number) => Array.from({ length: count }, (_, index) => sampleComment({ id: `t3-${index}` }))
const own = (index: number) => sampleComment({ id: `t3-own-${index}`, authorId: 'mina' })
const ids = (comments: readonly Comment[]) => comments.map(({ id }) => id)
const seen = () => screen.getByRole('note').textContent

const KNOWN = { reactions: { 't3-0': 'agree' }, answers: { 't3-1': sampleAnswer({ commentId: 't3-1' }) } } as const
const AS_READ = 't3-0 agree t3-1'

async function show(page: readonly Comment[]) {
  const client = testClient()
  putAround(client, 'mina', [page], KNOWN)
  const { rerender } = await renderInApp(<Around pages={[page]} />, { client })
  expect(seen()).toBe(AS_READ)
  return (now: readonly Comment[]) => act(async () => rerender(<Around pages={[now]} />))
}

beforeEach(() => {
  for (const read of [readResponses, readOwnReactions]) read.mockReset().mockReturnValue(new Promise(() => {}))
})

describe('what stands around a page of comments', () => {
  it('stays when my own arrive before them, and is asked about those alone', async () => {
    const page = others(20)
    const change = await show(page)
    await change([own(0), ...page])
    expect(seen()).toBe(AS_READ)
    expect(readResponses.mock.calls).toEqual([[['t3-own-0']]])
    expect(readOwnReactions).not.toHaveBeenCalled()
  })

  it('stays where the page was not full, until it is known of all together', async () => {
    const page = others(3)
    const change = await show(page)
    await change([own(0), ...page])
    expect(seen()).toBe(AS_READ)
    expect(readResponses.mock.calls).toEqual([[['t3-own-0', ...ids(page)]]])
    expect(readOwnReactions).not.toHaveBeenCalled()
  })

  it('is never asked of more than 20 at once, however much I have written', async () => {
    const page = others(20)
    const change = await show(page)
    const mine = Array.from({ length: 25 }, (_, index) => own(index))
    await change([...mine, ...page])
    expect(seen()).toBe(AS_READ)
    expect(readResponses.mock.calls).toEqual([[ids(mine.slice(5))], [ids(mine.slice(0, 5))]])
  })

  it('stays when one of them is withdrawn', async () => {
    const page = others(5)
    const change = await show(page)
    await change(page.map((comment) => (comment.id === 't3-4' ? { ...comment, status: 'withdrawn' } : comment)))
    expect(seen()).toBe(AS_READ)
  })
})

it('a reaction arrives also where other pages have read comments by their ids', () => {
  const client = testClient()
  const [comment] = others(1) as [Comment]
  client.setQueryData(citedQuery([comment.id]).queryKey, [comment])
  client.setQueryData(commentQuery('t3', comment.id).queryKey, comment)
  const deed = reactDeed(comment.id)
  reconcileDeed(client, 'parent', { ...outbox.put('mina', deed), deed })
  expect(client.getQueryData(commentQuery('t3', comment.id).queryKey)?.agreeTotal).toBe(1)
})
