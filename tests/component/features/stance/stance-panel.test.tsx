import { act, fireEvent, screen } from '@testing-library/react'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { stanceDraft } from '#data/drafts.ts'
import { outbox } from '#data/outbox.ts'
import type { Wait } from '#data/refusals.ts'
import type { Stance } from '#domain/stance.ts'
import { reconcileStance } from '#features/stance/mutations.ts'
import { stanceQuery } from '#features/stance/queries.ts'
import { StancePanel } from '#features/stance/stance-panel.tsx'
import { stanceDeed } from '../../../helpers/deeds.ts'
import { hrefOf } from '../../../helpers/described.ts'
import { renderInApp, testClient } from '../../../helpers/render-in-app.tsx'
import { joined, NOBODY, sampleTaskIn } from '../../../helpers/samples.ts'
import { fill, LANGUAGES, WORDS } from '../../../helpers/words.ts'

const JOIN = '/ko/join?next=%2Fko%2Ftasks%2F3%23stance'
const radio = (name: string) => screen.getByRole<HTMLInputElement>('radio', { name })
const sent = () => outbox.look().map(({ uid, deed }) => ({ uid, ...deed }))
const status = () => screen.getByRole('status').textContent

afterEach(() => {
  vi.useRealTimers()
  for (const entry of outbox.look()) outbox.drop(entry)
})

describe.each(LANGUAGES)('my stance before I have joined, in %s', (lang) => {
  const task = sampleTaskIn(lang)
  const words = WORDS[lang].stance
  const show = () => renderInApp(<StancePanel task={task} me={NOBODY} joinLink={JOIN} />, { lang })

  it('can be chosen, is kept on this device, and leads to joining', async () => {
    const { user } = await show()
    expect(screen.queryByRole('link')).toBeNull()
    expect(status()).toBe(words.beforeJoining)
    await user.click(screen.getByText(words.agree))
    expect(radio(words.agree).checked).toBe(true)
    expect(stanceDraft('t3').load()).toBe('agree')
    expect(sent()).toEqual([])
    expect(status()).toBe(words.joinFirst)
    expect(hrefOf(screen.getByRole('link', { name: words.join }))).toBe(JOIN)
  })

  it('is remembered, and can be changed', async () => {
    stanceDraft('t3').save('unsure')
    const { user } = await show()
    expect(radio(words.unsure).checked).toBe(true)
    expect(screen.getByRole('link', { name: words.join })).toBeTruthy()
    await user.click(screen.getByText(words.disagree))
    expect(stanceDraft('t3').load()).toBe('disagree')
  })

  it('of one task says nothing about another', async () => {
    stanceDraft('t4').save('agree')
    await show()
    expect(radio(words.agree).checked).toBe(false)
  })

  it('is not asked for when the task is closed', async () => {
    const closed = sampleTaskIn(lang, { status: 'closed' })
    await renderInApp(<StancePanel task={closed} me={NOBODY} joinLink={JOIN} />, { lang })
    expect(screen.getByText(words.closed)).toBeTruthy()
    expect(screen.queryByRole('radio')).toBeNull()
  })

  it('that waits because my sign-in has ended is shown, with the way back in', async () => {
    const entry = outbox.put('mina', stanceDeed('agree'))
    outbox.mark(entry, { reason: 'signed-out', refused: false })
    await show()
    expect(radio(words.agree).checked).toBe(true)
    expect(status()).toBe(WORDS[lang].outbox.state['signed-out'])
    expect(hrefOf(screen.getByRole('link', { name: WORDS[lang].outbox.signInAgain }))).toBe(`${JOIN}&again=`)
  })

  it('is nobody’s business once somebody has signed out, and nobody else can change it', async () => {
    outbox.put('mina', stanceDeed('agree'))
    const { user } = await show()
    expect(radio(words.agree).checked).toBe(false)
    await user.click(screen.getByText(words.disagree))
    expect(sent()).toMatchObject([{ uid: 'mina', value: 'agree' }])
  })
})

describe.each(LANGUAGES)('my stance once I have joined, in %s', (lang) => {
  const words = WORDS[lang].stance
  const states = WORDS[lang].outbox
  const show = async (stored: Stance | null, closed = false) => {
    const client = testClient()
    client.setQueryData(stanceQuery('mina', 't3', 2).queryKey, stored)
    const panel = (
      <StancePanel task={sampleTaskIn(lang, { status: closed ? 'closed' : 'open' })} me={joined()} joinLink={JOIN} />
    )
    const app = await renderInApp(panel, { lang, client })
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
    return { ...app, client }
  }
  const choose = (name: string) => act(() => fireEvent.click(radio(name)))
  const pressed = (name: string) => {
    const button = screen.getByRole('button', { name })
    button.focus()
    act(() => fireEvent.click(button))
  }
  const rest = (ms: number) => act(() => vi.advanceTimersByTime(ms))

  it('is what is stored', async () => {
    await show('disagree')
    expect(radio(words.disagree).checked).toBe(true)
    expect(radio(words.disagree).disabled).toBe(false)
    expect(status()).toBe(words.changeable)
    expect(screen.queryByRole('button')).toBeNull()
  })

  it('shows at once, and counts when it has rested', async () => {
    await show('disagree')
    for (const name of [words.unsure, words.agree]) {
      choose(name)
      expect(radio(name).checked).toBe(true)
      expect(status()).toBe(words.saving)
      rest(590)
      expect(sent()).toEqual([])
    }
    rest(10)
    expect(sent()).toEqual([{ uid: 'mina', kind: 'stance', taskId: 't3', revision: 2, value: 'agree' }])
    expect(radio(words.agree).checked).toBe(true)
  })

  it('counts at once when somebody goes on to something else, closes the page, or goes to another one', async () => {
    const leaving = [
      () => fireEvent.blur(radio(words.agree), { relatedTarget: document.body }),
      () => dispatchEvent(new Event('pagehide')),
    ]
    const { rerender } = await show(null)
    for (const leave of leaving) {
      choose(words.agree)
      fireEvent.blur(radio(words.agree), { relatedTarget: radio(words.unsure) })
      expect(sent()).toEqual([])
      act(() => void leave())
      expect(sent()).toMatchObject([{ value: 'agree' }])
      act(() => outbox.drop(outbox.look()[0] ?? { id: '', at: 0 }))
    }
    choose(words.unsure)
    rerender(<p>another page</p>)
    expect(sent()).toMatchObject([{ value: 'unsure' }])
  })

  it('that comes back to what is stored is not sent', async () => {
    await show('disagree')
    choose(words.agree)
    choose(words.disagree)
    rest(600)
    expect(sent()).toEqual([])
    expect(radio(words.disagree).checked).toBe(true)
  })

  it('says that it is saved when it has arrived, and never shows the former one in between', async () => {
    const { client } = await show('disagree')
    choose(words.agree)
    rest(600)
    expect(status()).toBe(words.saving)
    const entry = outbox.look()[0]
    act(() => {
      reconcileStance(client, 'mina', stanceDeed('agree'))
      if (entry) outbox.drop(entry)
    })
    expect(radio(words.agree).checked).toBe(true)
    rest(0)
    expect(radio(words.agree).checked).toBe(true)
    expect(status()).toBe(words.saved)
  })

  it.each<Wait>(['offline', 'quota', 'unknown'])('that waits (%s) is shown, with what it waits for', async (reason) => {
    await show('disagree')
    act(() => {
      const entry = outbox.put('mina', stanceDeed('agree'))
      outbox.mark(entry, { reason, refused: false })
    })
    expect(radio(words.agree).checked).toBe(true)
    expect(status()).toBe(states.state[reason])
  })

  it('that came back gives way to what is stored, with the reason, until I have seen it or choose anew', async () => {
    await show('disagree')
    act(() => {
      const entry = outbox.put('mina', stanceDeed('agree'))
      outbox.mark(entry, { reason: 'refused', refused: true })
    })
    expect(radio(words.disagree).checked).toBe(true)
    expect(screen.getByRole('alert').textContent).toContain(states.stance.back)
    expect(screen.getByRole('alert').textContent).toContain(states.refused.refused)
    choose(words.agree)
    rest(600)
    expect(screen.getByRole('alert').textContent).toBe('')
    expect(outbox.look()).toMatchObject([{ refused: false, deed: { value: 'agree' } }])

    act(() => {
      const [entry] = outbox.look()
      if (entry) outbox.mark(entry, { reason: 'refused', refused: true })
    })
    pressed(states.stance.gotIt)
    expect(outbox.look()).toEqual([])
    expect(document.activeElement).toBe(screen.getByRole('status'))
    expect(screen.getByRole('alert').textContent).toBe('')
  })

  it('shows what I chose before joining as not saved yet, with a way to save it', async () => {
    stanceDraft('t3').save('agree')
    await show(null)
    expect(radio(words.agree).checked).toBe(false)
    expect(screen.getByText(words.kept)).toBeTruthy()
    pressed(fill(words.send, { stance: words.agree }))
    expect(document.activeElement).toBe(screen.getByRole('status'))
    expect(sent()).toMatchObject([{ value: 'agree' }])
    expect(stanceDraft('t3').load()).toBeNull()
    expect(screen.queryByText(words.kept)).toBeNull()
  })

  it('does not ask again for what is stored already', async () => {
    stanceDraft('t3').save('agree')
    await show('agree')
    expect(screen.queryByText(words.kept)).toBeNull()
  })

  it('stays visible but cannot be changed when the task is closed', async () => {
    stanceDraft('t3').save('agree')
    await show('unsure', true)
    expect(radio(words.unsure).checked).toBe(true)
    expect(screen.getAllByRole('radio').every((one) => one.matches(':disabled'))).toBe(true)
    expect(status()).toBe(words.closed)
    expect(screen.queryByRole('button')).toBeNull()
  })
})
