import { act, screen, waitFor } from '@testing-library/react'
import { afterEach, describe, expect, it } from 'vitest'
import { ToastRegion } from '#components/toast-region.tsx'
import { dismissToast } from '#components/toasts.ts'
import { commentDraft } from '#data/drafts.ts'
import { outbox } from '#data/outbox.ts'
import { ALL_NEWEST } from '#domain/comment-list.ts'
import type { Deed } from '#domain/deed.ts'
import { Conversation } from '#features/comments/conversation.tsx'
import { commentsQuery } from '#features/comments/queries.ts'
import { JOIN } from '../../../helpers/comment-form-harness.tsx'
import { commentDeed } from '../../../helpers/deeds.ts'
import { renderInApp, testClient } from '../../../helpers/render-in-app.tsx'
import { joined, sampleParticipant, sampleTaskIn } from '../../../helpers/samples.ts'
import { openTab } from '../../../helpers/tabs.ts'
import { LANGUAGES, WORDS } from '../../../helpers/words.ts'

afterEach(() => {
  for (const entry of outbox.look()) outbox.drop(entry)
  commentDraft('t3').clear()
  for (let id = 0; id < 100; id++) act(() => dismissToast(id))
})

async function show(lang: 'ko' | 'en') {
  const client = testClient()
  client.setQueryData(commentsQuery('t3', ALL_NEWEST).queryKey, {
    pages: [{ comments: [], next: null }],
    pageParams: [null],
  })
  const ui = (
    <>
      <Conversation task={sampleTaskIn(lang)} me={joined()} joinLink={JOIN} total={undefined} />
      <ToastRegion />
    </>
  )
  return renderInApp(ui, { lang, client })
}

/** A comment that was sent, and to which no answer came. */
function waits(text: string): string {
  const deed = commentDeed(text)
  act(() => {
    outbox.mark(outbox.put('mina', deed), { reason: 'offline', refused: false })
  })
  return deed.comment.id
}

/** Another tab, in which a postman is about to send what waits. @returns what he does, and how to let the first arrive */
async function sendingElsewhere() {
  const tab = await openTab()
  const done: Deed[] = []
  let arrive = () => {}
  const answer = new Promise<void>((resolve) => (arrive = resolve))
  const perform = async (_: unknown, deed: Deed) => {
    done.push(deed)
    if (done.length === 1) await answer
  }
  const heard = { onArrived: () => {}, onWaits: () => {}, onRefused: () => {} }
  const stop = tab.startPostman(sampleParticipant({ uid: 'mina' }), heard, {
    perform: perform as never,
    alone: (send) => send(),
    hasExpired: () => true,
    whoIsHere: async () => 'mina',
  })
  await waitFor(() => expect(done).toHaveLength(1))
  return { done, arrive, stop }
}

describe.each(LANGUAGES)('a comment that is taken back, in %s', (lang) => {
  const words = WORDS[lang].outbox
  const takeBack = () => screen.getByRole('button', { name: words.takeBack })

  it('may have arrived: it is said that it is withdrawn then, and its words have another id', async () => {
    const { user } = await show(lang)
    const id = waits('보낸 글')
    await user.click(takeBack())
    expect(outbox.look()).toMatchObject([
      { uid: 'mina', refused: false, deed: { kind: 'withdraw', taskId: 't3', commentId: id, isUndo: true } },
    ])
    expect(await screen.findByText(words.takenBack)).toBeTruthy()
    const draft = commentDraft('t3').load()
    expect(draft?.text).toBe('보낸 글')
    expect(draft?.id).not.toBe(id)
  })

  it.each(['', '쓰던 글'])(
    'while another tab sends it is withdrawn, and no words are lost (in the form: “%s”)',
    async (typed) => {
      const { user } = await show(lang)
      if (typed) await user.type(screen.getByLabelText(WORDS[lang].comments.form.label), typed)
      const id = waits('보낸 글')
      const { done, arrive, stop } = await sendingElsewhere()
      await user.click(takeBack())
      await act(async () => arrive())
      await waitFor(() => expect(outbox.look().some(({ refused }) => !refused)).toBe(false))
      stop()
      expect(done).toMatchObject([
        { kind: 'comment', comment: { id } },
        { kind: 'withdraw', commentId: id, isUndo: true },
      ])
      if (typed) await user.click(screen.getByRole('button', { name: words.returned.intoForm }))
      expect(commentDraft('t3').load()?.text).toBe(typed ? `${typed}\n\n보낸 글` : '보낸 글')
    },
  )

  it('and has arrived this moment stays where it is', async () => {
    const { user } = await show(lang)
    waits('보낸 글')
    const button = takeBack()
    const [entry] = outbox.look()
    if (!entry) throw new Error('nothing waits')
    // In another tab: this one has not heard of it.
    localStorage.removeItem(`madang:outbox:${entry.id}`)
    await user.click(button)
    expect(outbox.look()).toEqual([])
    expect(screen.queryByText(words.takenBack)).toBeNull()
  })
})
