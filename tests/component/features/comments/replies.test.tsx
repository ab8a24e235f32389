import type { QueryClient } from '@tanstack/react-query'
import { act, screen, waitFor } from '@testing-library/react'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { CommentCursor, CommentPage } from '#data/comment-lists.ts'
import { outbox } from '#data/outbox.ts'
import type { Comment } from '#domain/comment.ts'
import { reconcileComment } from '#features/comments/mutations.ts'
import { repliesQuery } from '#features/comments/queries.ts'
import { Replies } from '#features/comments/replies.tsx'
import type { Talk } from '#features/comments/talk.ts'
import { outboxedTo, useOutboxComments } from '#features/comments/use-outbox-comments.ts'
import { putAround } from '../../../helpers/around.ts'
import { commentDeed } from '../../../helpers/deeds.ts'
import { renderInApp, testClient } from '../../../helpers/render-in-app.tsx'
import { joined, sampleComment, sampleTaskIn } from '../../../helpers/samples.ts'
import { WORDS } from '../../../helpers/words.ts'

const { readReplies } = vi.hoisted(() => ({ readReplies: vi.fn() }))
vi.mock('#data/comment-lists.ts', () => ({ readReplies }))
vi.mock('#data/comments.ts', () => ({ readComment: async () => top }))

const words = WORDS.ko.comments
const NEXT: CommentCursor = { count: null, seconds: 1, nanoseconds: 0, id: 't3-one' }
const top = sampleComment({ id: 't3-top', replyCount: 4 })
const reply = (id: string, text: string) => sampleComment({ id, text, parentId: top.id })
const [one, two, three] = [reply('t3-one', '하나'), reply('t3-two', '둘'), reply('t3-three', '셋')]
const talk: Talk = { task: sampleTaskIn('ko'), me: joined() }

function Shown() {
  const { waiting } = outboxedTo(top.id, useOutboxComments('t3', talk.me))
  return <Replies comment={top} talk={talk} around={{ reactions: {}, answers: {} }} entries={[]} waiting={waiting} />
}

function clientWith(page: CommentPage | null, pages: readonly (readonly Comment[])[]): QueryClient {
  const client = testClient()
  if (page) client.setQueryData(repliesQuery('t3', top.id).queryKey, { pages: [page], pageParams: [null] })
  putAround(client, 'mina', pages)
  return client
}

const said = () => screen.getAllByRole('article').map((article) => article.querySelector('p[dir]')?.textContent)
const more = () => screen.getByRole('button', { name: words.item.moreReplies })

/** My reply waits, and what makes it arrive. */
function waits(client: QueryClient) {
  const deed = commentDeed('내 답글', { parentId: top.id })
  const arrive = () =>
    act(async () => {
      await reconcileComment(client, deed)
      for (const entry of outbox.look()) outbox.drop(entry)
    })
  act(() => void outbox.put('mina', deed))
  return { deed, arrive }
}

beforeEach(() => readReplies.mockReset())
afterEach(() => {
  for (const entry of outbox.look()) outbox.drop(entry)
})

describe('replies of which there are more than are read', () => {
  it('keep my own that has arrived where it stood', async () => {
    const client = clientWith({ comments: [one], next: NEXT }, [[one]])
    await renderInApp(<Shown />, { client })
    const { deed, arrive } = waits(client)
    expect(said()).toEqual(['하나', '내 답글'])
    putAround(client, 'mina', [[one, deed.comment]])
    await arrive()
    expect(said()).toEqual(['하나', '내 답글'])
  })

  it('have my own that has arrived where it belongs once that is read, and go on with the first that comes', async () => {
    const mine = commentDeed('내 답글', { parentId: top.id }).comment
    const pages = [
      [one, mine],
      [two, three, mine],
    ]
    const client = clientWith({ comments: [one, mine], next: NEXT }, pages)
    const { user } = await renderInApp(<Shown />, { client })
    readReplies.mockResolvedValue({ comments: [two, three, { ...mine }], next: null })
    await user.click(more())
    await waitFor(() => expect(said()).toEqual(['하나', '둘', '셋', '내 답글']))
    await waitFor(() => expect(document.activeElement?.textContent).toContain('둘'))
  })

  it('go on with the first that comes, though my own waits below', async () => {
    const client = clientWith({ comments: [one], next: NEXT }, [[one], [two, three]])
    const { user } = await renderInApp(<Shown />, { client })
    waits(client)
    readReplies.mockResolvedValue({ comments: [two, three], next: null })
    await user.click(more())
    await waitFor(() => expect(said()).toEqual(['하나', '둘', '셋', '내 답글']))
    await waitFor(() => expect(document.activeElement?.textContent).toContain('둘'))
  })

  it('have my own that arrives while they are read for the first time, all the time', async () => {
    const client = clientWith(null, [[one]])
    let answer: (page: CommentPage) => void = () => {}
    readReplies.mockReturnValueOnce(new Promise((resolve) => (answer = resolve)))
    await renderInApp(<Shown />, { client })
    const { deed, arrive } = waits(client)
    putAround(client, 'mina', [[one, deed.comment]])
    const arriving = arrive()
    expect(said()).toEqual(['내 답글'])
    answer({ comments: [one], next: null })
    await arriving
    expect(said()).toEqual(['하나', '내 답글'])
    expect(readReplies).toHaveBeenCalledTimes(1)
  })
})
