import { QueryObserver } from '@tanstack/react-query'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { meQuery } from '#data/me.ts'
import { type OutboxEntry, outbox } from '#data/outbox.ts'
import type { Wait } from '#data/refusals.ts'
import type { Comment } from '#domain/comment.ts'
import { ALL_NEWEST } from '#domain/comment-list.ts'
import type { DeedOf } from '#domain/deed.ts'
import { withReaction } from '#domain/reaction.ts'
import { reconcileComment, reconcileDeed } from '#features/comments/mutations.ts'
import { laidOver } from '#features/comments/overlay.ts'
import { commentsQuery, reactionsQuery } from '#features/comments/queries.ts'
import { Keeper } from '../../../../src/app/keeper.tsx'
import { commentDeed, reactDeed } from '../../../helpers/deeds.ts'
import { renderInApp, testClient } from '../../../helpers/render-in-app.tsx'
import { joined, sampleComment } from '../../../helpers/samples.ts'

// The other side of the network.
const { readComments, readComment, readOwnReactions } = vi.hoisted(() => ({
  readComments: vi.fn(),
  readComment: vi.fn(),
  readOwnReactions: vi.fn(),
}))
vi.mock('#data/remote.ts', () => ({
  remote: async (_: unknown, run: (module: object) => unknown) => run({ readComments, readComment, readOwnReactions }),
}))
vi.mock('#data/postman.ts', () => ({ startPostman: () => () => {} }))

const comment = sampleComment()
const agreed = withReaction(comment, 'student', null, 'agree')
const answered = { ...comment, replyCount: 1 }
const list = commentsQuery('t3', ALL_NEWEST)

/** A list that was read before anything was done, and is read anew by this. */
function read(first: Comment) {
  const client = testClient()
  const put = (one: Comment, updatedAt: number) =>
    client.setQueryData(list.queryKey, { pages: [{ comments: [one], next: null }], pageParams: [null] }, { updatedAt })
  put(first, Date.now() - 1000)
  client.setQueryData(reactionsQuery('mina', [comment.id]).queryKey, {}, { updatedAt: Date.now() - 1000 })
  const reads = { again: async (now: Comment) => void put(now, Date.now() + 1000) }
  const inList = () => client.getQueryData(list.queryKey)?.pages[0]?.comments.find(({ id }) => id === comment.id)
  return { client, ...reads, inList }
}

/** Mina agrees with the comment, and the answer to that is lost. */
function agrees(reason: Wait | null = 'offline') {
  const entry = outbox.put('mina', reactDeed(comment.id))
  if (reason) outbox.mark(entry, { reason, refused: false })
  return outbox.look()[0] as OutboxEntry & { deed: DeedOf<'react'> }
}

beforeEach(() => {
  for (const each of [readComments, readComment, readOwnReactions]) each.mockReset()
})
afterEach(() => {
  for (const entry of outbox.look()) outbox.drop(entry)
})

describe('a reaction that arrives', () => {
  it('is counted on top of what was read before, which costs no read', async () => {
    const { client, inList } = read(comment)
    await reconcileDeed(client, 'student', agrees())
    expect(inList()).toMatchObject({ agreeTotal: 1 })
    expect(client.getQueryData(reactionsQuery('mina', [comment.id]).queryKey)).toEqual({ [comment.id]: 'agree' })
    expect(readComment).not.toHaveBeenCalled()
  })

  it('is counted once where its answer was lost and the list was read meanwhile: one read tells', async () => {
    const { client, again, inList } = read(comment)
    const entry = agrees()
    await again(agreed)
    readComment.mockResolvedValue({ ...agreed, replyCount: 3 })
    await reconcileDeed(client, 'student', entry)
    expect(inList()).toMatchObject({ agreeTotal: 1, agree: { student: 1 }, replyCount: 3 })
    expect(readComment.mock.calls).toEqual([['t3', comment.id]])
    expect(readComments).not.toHaveBeenCalled()
  })

  it('is counted though one’s own reactions were read meanwhile, and the list was not', async () => {
    const { client, inList } = read(comment)
    const entry = agrees()
    const mine = reactionsQuery('mina', [comment.id, 't3-other']).queryKey
    client.setQueryData(mine, { [comment.id]: 'agree' }, { updatedAt: Date.now() + 1000 })
    readComment.mockResolvedValue(agreed)
    await reconcileDeed(client, 'student', entry)
    expect(inList()).toMatchObject({ agreeTotal: 1 })
  })

  it('has the list read anew where the comment is not to be seen any more', async () => {
    const { client, again } = read(comment)
    const entry = agrees()
    await again(agreed)
    readComment.mockResolvedValue(null)
    await reconcileDeed(client, 'student', entry)
    await vi.waitFor(() => expect(client.getQueryState(list.queryKey)?.isInvalidated).toBe(true))
  })
})

describe('a reply that arrives', () => {
  it('is counted on top of what was read before, which costs no read', async () => {
    const { client, inList } = read(comment)
    await reconcileComment(client, commentDeed('저도요', { parentId: comment.id }), Date.now())
    expect(inList()?.replyCount).toBe(1)
    expect(readComment).not.toHaveBeenCalled()
  })

  it('is counted once where its answer was lost and the list was read meanwhile', async () => {
    const { client, again, inList } = read(comment)
    const at = Date.now()
    await again(answered)
    readComment.mockResolvedValue(answered)
    await reconcileComment(client, commentDeed('저도요', { parentId: comment.id }), at)
    expect(inList()?.replyCount).toBe(1)
    expect(readComment.mock.calls).toEqual([['t3', comment.id]])
  })
})

describe('a reaction that waits, when a list with its comment is read anew', () => {
  /** What is shown of it after the list has been read, which has it counted. */
  async function shownAfter(entry: OutboxEntry, now: Comment) {
    const { client } = read(comment)
    client.setQueryData(meQuery.queryKey, joined())
    const { unmount } = await renderInApp(<Keeper />, { client })
    const reactions = new QueryObserver(client, reactionsQuery('mina', [comment.id]))
    reactions.subscribe(() => {})
    readOwnReactions.mockResolvedValue({ [comment.id]: 'agree' })
    readComments.mockResolvedValue({ comments: [now], next: null })
    await client.fetchInfiniteQuery({ ...list, staleTime: 0 })
    await new Promise((resolve) => setTimeout(resolve))
    unmount()
    return laidOver(now, reactions.getCurrentResult().data?.[comment.id] ?? null, 'student', [entry]).comment
  }

  it('is counted once: one’s own are read with it', async () => {
    expect(await shownAfter(agrees(), agreed)).toMatchObject({ agreeTotal: 1 })
    expect(readOwnReactions).toHaveBeenCalledTimes(1)
  })

  it('has nothing read if it was never sent, or the list is without it', async () => {
    const entry = agrees(null)
    expect(await shownAfter(entry, comment)).toMatchObject({ agreeTotal: 1 })
    outbox.drop(entry)
    await shownAfter(agrees(), sampleComment({ id: 't3-other' }))
    expect(readOwnReactions).not.toHaveBeenCalled()
  })
})
