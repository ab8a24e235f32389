import { InfiniteQueryObserver, QueryObserver } from '@tanstack/react-query'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import type { CommentCursor, CommentPage } from '#data/comment-lists.ts'
import type { OutboxEntry } from '#data/outbox.ts'
import type { Comment } from '#domain/comment.ts'
import { ALL_NEWEST } from '#domain/comment-list.ts'
import type { DeedOf } from '#domain/deed.ts'
import { reconcileComment, reconcileDeed } from '#features/comments/mutations.ts'
import { commentsQuery, reactionsQuery, repliesQuery } from '#features/comments/queries.ts'
import { readAgain } from '../../../../src/app/reconcile.ts'
import { commentDeed, reactDeed } from '../../../helpers/deeds.ts'
import { testClient } from '../../../helpers/render-in-app.tsx'
import { sampleComment } from '../../../helpers/samples.ts'

// The other side of the network.
const { readComments, readComment, readOwnReactions } = vi.hoisted(() => ({
  readComments: vi.fn<(task: string, list: unknown, after: CommentCursor | null) => Promise<CommentPage>>(),
  readComment: vi.fn(),
  readOwnReactions: vi.fn(),
}))
vi.mock('#data/remote.ts', () => ({
  remote: async (_: unknown, run: (module: object) => unknown) =>
    run({ readComments, readReplies: readComments, readComment, readOwnReactions }),
}))

const NEXT: CommentCursor = { count: null, seconds: 1, nanoseconds: 0, id: 't3-first' }
const first = sampleComment({ id: 't3-first', text: '처음 글' })
const second = sampleComment({ id: 't3-second', text: '다음 글' })
const page = (comments: readonly Comment[], next: CommentCursor | null = null): CommentPage => ({ comments, next })

const about = { taskId: 't3', commentId: first.id } as const
const EDIT = { kind: 'edit', ...about, text: '고친 글', lang: 'ko', edits: 1 } as const
const WITHDRAW = { kind: 'withdraw', ...about } as const

const entryOf = <D extends DeedOf<'edit' | 'withdraw' | 'react'>>(deed: D, at = Date.now()) =>
  ({ id: 'mina:x', uid: 'mina', deed, at, reason: null, refused: false, kept: true, sending: false }) as OutboxEntry & {
    deed: D
  }

/** Answers the next questions for pages, in this order, when it is called. */
function holdPages(...pages: readonly CommentPage[]): () => void {
  let answer = () => {}
  const asked = new Promise<void>((resolve) => {
    answer = resolve
  })
  for (const each of pages) readComments.mockImplementationOnce(async () => asked.then(() => each))
  return answer
}

/** A list of a task that is shown, and what it says. */
function shown(pages: readonly CommentPage[] | null) {
  const client = testClient()
  const query = commentsQuery('t3', ALL_NEWEST)
  const readAt = Date.now() - 1000
  if (pages)
    client.setQueryData(
      query.queryKey,
      { pages: [...pages], pageParams: pages.map((_, index) => (index === 0 ? null : NEXT)) },
      { updatedAt: readAt },
    )
  const list = new InfiniteQueryObserver(client, query)
  list.subscribe(() => {})
  const said = () => list.getCurrentResult().data?.pages.map(({ comments }) => comments.map(({ text }) => text))
  const isAsking = () => list.getCurrentResult().isFetchingNextPage
  return { client, list, said, isAsking, readAt }
}

beforeEach(() => {
  for (const read of [readComments, readComment, readOwnReactions]) read.mockReset()
})

describe.each([
  ['a change', EDIT, '고친 글'],
  ['a withdrawal', WITHDRAW, ''],
] as const)('%s that arrives', (_, deed, text) => {
  it('while a further page is on its way still stands there when that has come', async () => {
    const { client, list, said, isAsking } = shown([page([first], NEXT)])
    const answer = holdPages(page([second]))
    const asking = list.fetchNextPage()
    await reconcileDeed(client, 'student', entryOf(deed))
    expect([said(), isAsking()]).toEqual([[[text]], true])
    answer()
    await asking
    await vi.waitFor(() => expect(said()).toEqual([[text], ['다음 글']]))
    expect(readComments).toHaveBeenCalledTimes(1)
  })

  it('while several pages are read anew still stands there when they have come', async () => {
    const { client, list, said } = shown([page([first], NEXT), page([second])])
    const answer = holdPages(page([first], NEXT), page([second]))
    const asking = list.refetch()
    await reconcileDeed(client, 'student', entryOf(deed))
    answer()
    await asking
    await vi.waitFor(() => expect(said()).toEqual([[text], ['다음 글']]))
    expect(readComments).toHaveBeenCalledTimes(2)
  })
})

describe('one’s own comment that arrives', () => {
  it('lets a further page come that somebody has asked for', async () => {
    const { client, list, said, isAsking } = shown([page([first], NEXT)])
    const answer = holdPages(page([second]))
    const asking = list.fetchNextPage()
    await reconcileComment(client, commentDeed('내 글'))
    expect([said(), isAsking()]).toEqual([[['내 글', '처음 글']], true])
    answer()
    await asking
    await vi.waitFor(() => expect(said()).toEqual([['내 글', '처음 글'], ['다음 글']]))
    expect(readComments).toHaveBeenCalledTimes(1)
  })

  it('lets come what is read anew, and stands there once', async () => {
    const { client, list, said } = shown([page([first])])
    const deed = commentDeed('내 글')
    const newer = sampleComment({ id: 't3-newer', text: '새 글' })
    const answer = holdPages(page([newer, deed.comment, first]))
    const asking = list.refetch()
    await reconcileComment(client, deed)
    expect(said()).toEqual([['내 글', '처음 글']])
    answer()
    await asking
    await vi.waitFor(() => expect(said()).toEqual([['새 글', '내 글', '처음 글']]))
  })

  it('while the list is read for the first time is not missing from it, and stays in the outbox until then', async () => {
    const answer = holdPages(page([first]))
    const { client, said } = shown(null)
    let isDone = false
    const arriving = reconcileComment(client, commentDeed('내 글')).then(() => {
      isDone = true
    })
    await new Promise((resolve) => setTimeout(resolve))
    expect(isDone).toBe(false)
    answer()
    await arriving
    expect(said()).toEqual([['내 글', '처음 글']])
    expect(readComments).toHaveBeenCalledTimes(1)
  })

  it('as a reply lets further replies come', async () => {
    const client = testClient()
    readComment.mockResolvedValue(first)
    const query = repliesQuery('t3', first.id)
    client.setQueryData(query.queryKey, { pages: [page([], NEXT)], pageParams: [null] })
    const replies = new InfiniteQueryObserver(client, query)
    replies.subscribe(() => {})
    const answer = holdPages(page([second]))
    const asking = replies.fetchNextPage()
    await reconcileComment(client, commentDeed('저도요', { parentId: first.id }))
    answer()
    await asking
    const said = () => replies.getCurrentResult().data?.pages.flatMap(({ comments }) => comments.map((one) => one.text))
    await vi.waitFor(() => expect(said()).toEqual(['다음 글', '저도요']))
    expect(readComments).toHaveBeenCalledTimes(1)
  })

  it('leaves a list the time when it was read, and that it is to be read again', async () => {
    const { client, list, readAt } = shown([page([first])])
    const { queryKey } = commentsQuery('t3', ALL_NEWEST)
    await client.invalidateQueries({ queryKey, refetchType: 'none' })
    await reconcileComment(client, commentDeed('내 글'))
    expect(list.getCurrentResult().data?.pages[0]?.comments).toHaveLength(2)
    expect(client.getQueryState(queryKey)).toMatchObject({ dataUpdatedAt: readAt, isInvalidated: true })
  })

  it('has a list asked for once more that could not be read', async () => {
    readComments.mockRejectedValueOnce(new Error('no'))
    const { client, list, said } = shown(null)
    await vi.waitFor(() => expect(list.getCurrentResult().isError).toBe(true))
    readComments.mockResolvedValueOnce(page([first]))
    await reconcileComment(client, commentDeed('내 글'))
    await vi.waitFor(() => expect(said()).toEqual([['내 글', '처음 글']]))
  })
})

it('a reaction that arrives while one’s own are on their way is among them', async () => {
  const client = testClient()
  let answer = (_: object) => {}
  readOwnReactions.mockReturnValueOnce(new Promise((resolve) => (answer = resolve)))
  const reactions = new QueryObserver(client, reactionsQuery('mina', [first.id]))
  reactions.subscribe(() => {})
  readComment.mockResolvedValue(first)
  await reconcileDeed(client, 'parent', entryOf(reactDeed(first.id)))
  answer({})
  await vi.waitFor(() => expect(reactions.getCurrentResult().data).toEqual({ [first.id]: 'agree' }))
})

it('what another tab has sent is read anew, after the further page that somebody has asked for', async () => {
  const { client, list, said, isAsking } = shown([page([first], NEXT)])
  const answer = holdPages(page([second]))
  const asking = list.fetchNextPage()
  const reading = readAgain(client, { uid: 'mina', deed: EDIT })
  expect(isAsking()).toBe(true)
  const anew = holdPages(page([{ ...first, text: '고친 글', edits: 1 }], NEXT), page([second]))
  answer()
  await asking
  anew()
  await reading
  expect(said()).toEqual([['고친 글'], ['다음 글']])
})
