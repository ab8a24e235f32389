import { screen, waitFor } from '@testing-library/react'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { CommentCursor } from '#data/comment-lists.ts'
import { DataError } from '#data/errors.ts'
import { ALL_NEWEST } from '#domain/comment-list.ts'
import { Conversation } from '#features/comments/conversation.tsx'
import { commentsQuery } from '#features/comments/queries.ts'
import { putAround } from '../../../helpers/around.ts'
import { JOIN } from '../../../helpers/comment-form-harness.tsx'
import { renderInApp, testClient } from '../../../helpers/render-in-app.tsx'
import { NOBODY, sampleComment, sampleTaskIn } from '../../../helpers/samples.ts'
import { WORDS } from '../../../helpers/words.ts'

const { readComments } = vi.hoisted(() => ({ readComments: vi.fn() }))
vi.mock('#data/comment-lists.ts', () => ({ readComments }))

const words = WORDS.en.comments
const AFTER: CommentCursor = { count: null, seconds: 1, nanoseconds: 0, id: 't3-first' }
const first = sampleComment({ id: 't3-first', text: 'The first' })
const second = sampleComment({ id: 't3-second', text: 'The second' })

/** Each press is about a place of its own, since what one has asked for stays for the next. */
let places = 0

async function show() {
  const place = { ...AFTER, seconds: ++places }
  const client = testClient()
  client.setQueryData(commentsQuery('t3', ALL_NEWEST).queryKey, {
    pages: [{ comments: [first], next: place }],
    pageParams: [null],
  })
  putAround(client, 'nobody', [[first], [second]])
  const shown = await renderInApp(
    <Conversation task={sampleTaskIn('en')} me={NOBODY} joinLink={JOIN} total={undefined} />,
    { lang: 'en', client },
  )
  const press = (target: Element) => shown.user.pointer({ keys: '[MouseLeft>]', target })
  const letGo = (target: Element) => shown.user.pointer({ keys: '[/MouseLeft]', target })
  return { ...shown, place, press, letGo, more: screen.getByRole('button', { name: words.list.more }) }
}

beforeEach(() => {
  readComments.mockReset()
  readComments.mockResolvedValue({ comments: [second], next: null })
})
afterEach(() => vi.useRealTimers())

describe('what a press is about to ask for', () => {
  it('is asked for when it is pressed, once, and shown when it is let go', async () => {
    const { place, more, press, letGo } = await show()
    await press(more)
    await waitFor(() => expect(readComments.mock.calls).toEqual([['t3', ALL_NEWEST, place]]))
    expect(screen.queryByText('The second')).toBeNull()
    await letGo(more)
    expect(await screen.findByText('The second')).toBeTruthy()
    expect(readComments).toHaveBeenCalledOnce()
  })

  it('is not shown when it is let go elsewhere, and is there for the next press', async () => {
    const { more, press, letGo, user } = await show()
    await press(more)
    await letGo(document.body)
    expect(screen.queryByText('The second')).toBeNull()
    await user.click(more)
    expect(await screen.findByText('The second')).toBeTruthy()
    expect(readComments).toHaveBeenCalledOnce()
  })

  it.each(['[MouseRight]', '[TouchA]'])('is not asked for by %s, which may be no click', async (keys) => {
    const { more, user } = await show()
    await user.pointer({ keys: keys.replace(']', '>]'), target: more })
    expect(readComments).not.toHaveBeenCalled()
    await user.pointer({ keys: keys.replace('[', '[/'), target: document.body })
  })

  it('is asked for anew after a while', async () => {
    const { more, press, letGo, user } = await show()
    await press(more)
    await letGo(document.body)
    vi.useFakeTimers({ now: Date.now() + 31_000, toFake: ['Date'] })
    await user.click(more)
    expect(await screen.findByText('The second')).toBeTruthy()
    expect(readComments).toHaveBeenCalledTimes(2)
  })

  it('that fails is told as if it had been asked for when it is let go', async () => {
    readComments.mockRejectedValue(new DataError('quota'))
    const { more, press, letGo } = await show()
    await press(more)
    expect(readComments).toHaveBeenCalledOnce()
    expect(screen.queryByText(WORDS.en.common.cannotRead.other)).toBeNull()
    await letGo(more)
    expect(await screen.findByText(WORDS.en.common.cannotRead.other)).toBeTruthy()
  })

  it('is another order, too; not the one that is shown', async () => {
    const { press, letGo } = await show()
    await press(screen.getByText(words.list.newest))
    expect(readComments).not.toHaveBeenCalled()
    await letGo(document.body)
    const agreed = screen.getByText(words.list.agreed)
    await press(agreed)
    await waitFor(() => expect(readComments.mock.calls).toEqual([['t3', { ...ALL_NEWEST, sort: 'agreed' }, null]]))
    expect(screen.getByText('The first')).toBeTruthy()
    await letGo(agreed)
    expect(await screen.findByText('The second')).toBeTruthy()
    expect(readComments).toHaveBeenCalledOnce()
  })
})
