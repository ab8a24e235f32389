import { act, screen, waitFor, within } from '@testing-library/react'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { commentDraft } from '#data/drafts.ts'
import type { Me } from '#data/me.ts'
import { outbox } from '#data/outbox.ts'
import type { Wait } from '#data/refusals.ts'
import { ALL_NEWEST } from '#domain/comment-list.ts'
import { Conversation } from '#features/comments/conversation.tsx'
import { reconcileComment } from '#features/comments/mutations.ts'
import { commentsQuery, repliesQuery } from '#features/comments/queries.ts'
import { putAround } from '../../../helpers/around.ts'
import { JOIN } from '../../../helpers/comment-form-harness.tsx'
import { commentDeed } from '../../../helpers/deeds.ts'
import { hrefOf } from '../../../helpers/described.ts'
import { renderInApp, testClient } from '../../../helpers/render-in-app.tsx'
import { joined, NOBODY, sampleComment, sampleTaskIn } from '../../../helpers/samples.ts'
import { LANGUAGES, WORDS } from '../../../helpers/words.ts'

afterEach(() => {
  for (const entry of outbox.look()) outbox.drop(entry)
})

const there = sampleComment({ id: 't3-there', text: '먼저 온 글' })

function clientWith(comments = [there]) {
  const client = testClient()
  client.setQueryData(commentsQuery('t3', ALL_NEWEST).queryKey, {
    pages: [{ comments, next: null }],
    pageParams: [null],
  })
  putAround(client, 'mina', [comments])
  return client
}

const show = (lang: 'ko' | 'en', { me = joined(), client = clientWith(), closed = false }: Shown = {}) =>
  renderInApp(
    <Conversation
      task={sampleTaskIn(lang, { status: closed ? 'closed' : 'open' })}
      me={me}
      joinLink={JOIN}
      total={undefined}
    />,
    { lang, client },
  )

type Shown = { me?: Me; client?: ReturnType<typeof clientWith>; closed?: boolean }

const said = () => screen.getAllByRole('article').map((one) => one.querySelector('p[dir]')?.textContent)
const articleOf = (text: string) => within(screen.getByText(text).closest('article') as HTMLElement)

describe.each(LANGUAGES)('a comment that is on its way, in %s', (lang) => {
  const { comments: words, outbox: states } = WORDS[lang]

  it('stands first in the list as soon as it is sent, as my own, being sent', async () => {
    const { user } = await show(lang)
    await user.type(screen.getByRole('textbox'), '방금 쓴 글')
    await user.click(screen.getByRole('button', { name: words.form.send }))
    expect(said()).toEqual(['방금 쓴 글', '먼저 온 글'])
    expect(articleOf('방금 쓴 글').getByText(words.item.mine)).toBeTruthy()
    expect(articleOf('방금 쓴 글').getByText(words.item.sending)).toBeTruthy()
    expect(articleOf('방금 쓴 글').queryByRole('button')).toBeNull()
  })

  it.each<Wait>(['offline', 'too-soon', 'quota', 'unknown'])('and waits (%s) says for what', async (reason) => {
    await show(lang)
    act(() => {
      const entry = outbox.put('mina', commentDeed('기다리는 글'))
      outbox.mark(entry, { reason, refused: false })
    })
    expect(articleOf('기다리는 글').getByText(states.state[reason])).toBeTruthy()
    expect(articleOf('기다리는 글').queryByText(words.item.sending)).toBeNull()
    expect(articleOf('기다리는 글').queryByRole('link')).toBeNull()
  })

  it('says at once that it is saved here where there is no connection', async () => {
    const online = vi.spyOn(navigator, 'onLine', 'get').mockReturnValue(false)
    await show(lang)
    act(() => void outbox.put('mina', commentDeed('굴 속에서')))
    expect(articleOf('굴 속에서').getByText(states.state.offline)).toBeTruthy()
    online.mockReturnValue(true)
    act(() => void dispatchEvent(new Event('online')))
    expect(articleOf('굴 속에서').getByText(words.item.sending)).toBeTruthy()
  })

  it('and is kept nowhere but on this page says so', async () => {
    vi.spyOn(Storage.prototype, 'setItem').mockImplementation(() => {
      throw new DOMException('no', 'SecurityError')
    })
    await show(lang)
    act(() => {
      const entry = outbox.put('mina', commentDeed('기다리는 글'))
      outbox.mark(entry, { reason: 'offline', refused: false })
    })
    expect(articleOf('기다리는 글').getByText(states.state['not-kept'])).toBeTruthy()
  })

  it('leads who has been signed out to signing in again', async () => {
    const entry = outbox.put('mina', commentDeed('기다리는 글'))
    outbox.mark(entry, { reason: 'signed-out', refused: false })
    await show(lang, { me: NOBODY })
    expect(screen.queryByRole('button', { name: states.takeBack })).toBeNull()
    expect(articleOf('기다리는 글').getByText(states.state['signed-out'])).toBeTruthy()
    expect(hrefOf(screen.getByRole('link', { name: states.signInAgain }))).toBe(`${JOIN}&again=`)
  })

  it('can be taken back into the form', async () => {
    const { user } = await show(lang)
    act(() => {
      const entry = outbox.put('mina', commentDeed('기다리는 글'))
      outbox.mark(entry, { reason: 'offline', refused: false })
    })
    await user.click(screen.getByRole('button', { name: states.takeBack }))
    const box = screen.getByRole<HTMLTextAreaElement>('textbox')
    expect(box.value).toBe('기다리는 글')
    expect(document.activeElement).toBe(box)
    expect(said()).toEqual(['먼저 온 글'])
    expect(outbox.look()).toMatchObject([{ deed: { kind: 'withdraw' } }])
  })

  it('can be taken back while something else is written: the cursor goes to where it is now', async () => {
    const { user } = await show(lang)
    await user.type(screen.getByRole('textbox'), '쓰던 글')
    act(() => {
      const entry = outbox.put('mina', commentDeed('기다리는 글'))
      outbox.mark(entry, { reason: 'offline', refused: false })
    })
    await user.click(screen.getByRole('button', { name: states.takeBack }))
    await waitFor(() => expect(document.activeElement).not.toBe(document.body))
    expect(document.activeElement?.textContent).toContain(states.returned.takenBack)
    expect(document.activeElement?.textContent).toContain('기다리는 글')
    expect(screen.getByRole<HTMLTextAreaElement>('textbox').value).toBe('쓰던 글')
  })

  it.each(['refused', 'taken back'])('as a reply and is %s is in the form below what it answers', async (how) => {
    const client = clientWith()
    client.setQueryData(repliesQuery('t3', there.id).queryKey, {
      pages: [{ comments: [], next: null }],
      pageParams: [null],
    })
    const { user } = await show(lang, { client })
    const reply = () => screen.queryByRole<HTMLTextAreaElement>('textbox', { name: words.reply.label })
    expect(reply()).toBeNull()
    act(() => {
      const entry = outbox.put('mina', commentDeed('저도요', { parentId: there.id }))
      outbox.mark(entry, { reason: 'offline', refused: false })
      if (how === 'refused') outbox.mark(entry, { reason: 'unknown', refused: true })
    })
    if (how === 'taken back') await user.click(screen.getByRole('button', { name: states.takeBack }))
    expect(reply()?.value).toBe('저도요')
    if (how === 'taken back') expect(document.activeElement).toBe(reply())
    else expect(screen.getByText(states.refused.unknown)).toBeTruthy()
    expect(outbox.look().map(({ deed }) => deed.kind)).toEqual(how === 'taken back' ? ['withdraw'] : [])
    await user.click(screen.getByRole('button', { name: words.item.reply, expanded: true }))
    expect(reply()).toBeNull()
  })

  it('of somebody else who uses this device is not shown', async () => {
    outbox.put('jun', commentDeed('준의 글', { authorId: 'jun' }))
    await show(lang)
    expect(said()).toEqual(['먼저 온 글'])
  })

  it('of somebody who has signed out is not shown to the next one here', async () => {
    const entry = outbox.put('jun', commentDeed('준의 글', { authorId: 'jun' }))
    outbox.mark(entry, { reason: 'too-soon', refused: false })
    await show(lang, { me: NOBODY })
    expect(said()).toEqual(['먼저 온 글'])
  })

  it('is there also where the others’ have not been read', async () => {
    outbox.put('mina', commentDeed('기다리는 글'))
    const client = testClient()
    client.setQueryDefaults(['comments'], { queryFn: () => new Promise(() => {}) })
    await show(lang, { client })
    expect(said()).toEqual(['기다리는 글'])
  })

  it('and came back stands on a task that is closed, too, to be copied or thrown away', async () => {
    const entry = outbox.put('mina', commentDeed('늦었어요'))
    outbox.mark(entry, { reason: 'closed', refused: true })
    await show(lang, { closed: true })
    const [alert] = screen.getAllByRole('alert').filter(({ textContent }) => textContent)
    expect(alert?.textContent).toContain(states.refused.closed)
    const back = within(alert ?? document.body)
    expect(back.getByText('늦었어요')).toBeTruthy()
    expect(back.getAllByRole('button').map((one) => one.textContent)).toEqual([states.copy, states.throwAway])
  })
})

describe('a comment that has arrived', () => {
  it('takes its place among the others without ever being gone', async () => {
    const client = clientWith()
    await show('ko', { client })
    const deed = commentDeed('방금 쓴 글')
    const seen: unknown[] = []
    act(() => void outbox.put('mina', deed))
    await act(async () => {
      await reconcileComment(client, deed)
      seen.push(said())
      for (const entry of outbox.look()) outbox.drop(entry)
      seen.push(said())
    })
    expect([...seen, said()]).toEqual(Array(3).fill(['방금 쓴 글', '먼저 온 글']))
  })

  it('and was in the list already is there once', async () => {
    const deed = commentDeed('방금 쓴 글')
    const client = clientWith([there, deed.comment])
    await reconcileComment(client, deed)
    await show('ko', { client })
    expect(said().toSorted()).toEqual(['먼저 온 글', '방금 쓴 글'])
  })

  it('leaves what its author has gone on writing since taking it back, and no draft of what it says', async () => {
    const deed = commentDeed('먼저 보낸 글')
    const draft = { id: deed.comment.id, subtaskId: null, returned: null }
    commentDraft('t3').save({ ...draft, text: '먼저 보낸 글\n\n덧붙인 문단' })
    await reconcileComment(clientWith(), deed)
    expect(commentDraft('t3').load()?.text).toBe('먼저 보낸 글\n\n덧붙인 문단')
    commentDraft('t3').save({ ...draft, text: '먼저 보낸 글 ' })
    await reconcileComment(clientWith(), deed)
    expect(commentDraft('t3').load()).toBeNull()
  })

  it('as a reply joins the others and is counted, once', async () => {
    const client = clientWith()
    const { queryKey } = repliesQuery('t3', there.id)
    client.setQueryData(queryKey, { pages: [{ comments: [], next: null }], pageParams: [null] })
    const deed = commentDeed('저도요', { parentId: there.id })
    await reconcileComment(client, deed)
    await reconcileComment(client, deed)
    expect(client.getQueryData(queryKey)?.pages[0]?.comments.map(({ text }) => text)).toEqual(['저도요'])
    const [first] = client.getQueryData(commentsQuery('t3', ALL_NEWEST).queryKey)?.pages[0]?.comments ?? []
    expect(first?.replyCount).toBe(1)
  })
})
