import { act, fireEvent, screen, within } from '@testing-library/react'
import { afterEach, describe, expect, it } from 'vitest'
import type { Ballot } from '#data/ballots.ts'
import { ballotDraft } from '#data/drafts.ts'
import type { Me } from '#data/me.ts'
import { outbox } from '#data/outbox.ts'
import type { Refusal, Wait } from '#data/refusals.ts'
import { noStickers, type Stickers, type Voting } from '#domain/ballot.ts'
import type { Lang } from '#domain/language.ts'
import { Board } from '#features/priorities/board.tsx'
import { ballotQuery, votingQuery } from '#features/priorities/queries.ts'
import { formatMoment } from '#i18n/format.ts'
import { ballotDeed } from '../../../helpers/deeds.ts'
import { hrefOf } from '../../../helpers/described.ts'
import { renderInApp, testClient } from '../../../helpers/render-in-app.tsx'
import { joined, NOBODY, samplePlan } from '../../../helpers/samples.ts'
import { fill, LANGUAGES, WORDS } from '../../../helpers/words.ts'

const JOIN = '/ko/join?next=%2Fko%2Fpriorities%23stickers'
const HOUR = 3_600_000
const tasks = samplePlan()
const OPEN: Voting = { opensAt: new Date(Date.now() - HOUR), closesAt: new Date(Date.now() + HOUR) }
const CLOSED: Voting = { opensAt: new Date(0), closesAt: new Date(Date.now() - HOUR) }
const SAVED_AT = new Date('2026-03-05T05:30:00Z')
const STAFF: Me = {
  user: { uid: 'kim', email: 'kim@sen.go.kr' },
  participant: null,
  leftAt: null,
  staff: { name: '김', office: '교육청', canReview: true, canEdit: false, canInvite: false, canManage: false },
}

const on = (stickers: Partial<Stickers>): Stickers => ({ ...noStickers(), ...stickers })
const sent = () => outbox.look().map(({ uid, deed }) => ({ uid, ...deed }))

afterEach(() => {
  for (const entry of outbox.look()) outbox.drop(entry)
})

type Setting = { lang?: Lang; me?: Me; stored?: Stickers | null; voting?: Voting | null }

async function show({ lang = 'ko', me = joined(), stored = null, voting = OPEN }: Setting = {}) {
  const client = testClient()
  const ballot: Ballot | null = stored && { stickers: stored, at: SAVED_AT }
  client.setQueryData(ballotQuery('mina').queryKey, ballot)
  client.setQueryData(votingQuery.queryKey, voting)
  const board = <Board tasks={tasks} me={me} joinLink={JOIN} easyWords={(id) => <p>{`easy ${id}`}</p>} />
  const app = await renderInApp(board, { lang, client })
  const words = WORDS[lang].priorities
  const title = (n: number) => tasks[n - 1]?.title[lang] ?? ''
  const button = (words_: string, n: number) => screen.getByRole('button', { name: fill(words_, { title: title(n) }) })
  return {
    ...app,
    client,
    words,
    add: (n: number) => app.user.click(button(words.add, n)),
    take: (n: number) => app.user.click(button(words.remove, n)),
    plus: (n: number) => button(words.add, n),
    /** How many stickers are on each task, as a screen reader says it. */
    counts: () =>
      tasks.map((_, index) => {
        const group = screen.getByRole('group', { name: new RegExp(title(index + 1)) })
        return Number(/\d+/.exec(group.querySelector('p')?.textContent ?? '')?.[0])
      }),
    tray: () => screen.getByRole('region', { name: words.tray }),
  }
}

describe.each(LANGUAGES)('stickers, in %s', (lang) => {
  it('are placed and taken off, with what is left always said', async () => {
    const { add, take, counts, tray, words } = await show({ lang })
    expect(counts()).toEqual([0, 0, 0, 0, 0, 0])
    await add(3)
    await add(3)
    await add(6)
    expect(counts()).toEqual([0, 0, 2, 0, 0, 1])
    expect(tray().textContent).toContain(fill(words.left_other, { count: 2 }))
    expect(within(tray()).getByRole('status').textContent).toBe(fill(words.placed, { number: 6, on: 1, left: 2 }))
    await take(3)
    expect(counts()).toEqual([0, 0, 1, 0, 0, 1])
    expect(within(tray()).getByRole('status').textContent).toBe(fill(words.placed, { number: 3, on: 1, left: 3 }))
  })

  it('are five: a sixth is not placed, and it is said why', async () => {
    const { add, plus, counts, tray, words } = await show({ lang })
    for (let i = 0; i < 5; i++) await add(2)
    expect(tray().textContent).toContain(words.leftNone)
    expect(plus(1).getAttribute('aria-disabled')).toBe('true')
    await add(1)
    expect(counts()).toEqual([0, 5, 0, 0, 0, 0])
    expect(within(tray()).getByRole('status').textContent).toBe(words.noneLeft)
  })

  it('are placed by keyboard alone', async () => {
    const { user, counts, plus } = await show({ lang })
    plus(4).focus()
    await user.keyboard('{Enter} ')
    expect(counts()).toEqual([0, 0, 0, 2, 0, 0])
    expect(document.activeElement).toBe(plus(4))
  })

  it('lead to joining before one has joined, and are kept on the device', async () => {
    const { add, words } = await show({ lang, me: NOBODY })
    expect(screen.queryByRole('link', { name: words.join })).toBeNull()
    await add(1)
    expect(hrefOf(screen.getByRole('link', { name: words.join }))).toBe(JOIN)
    expect(ballotDraft.load()).toEqual(on({ t1: 1 }))
    expect(sent()).toEqual([])
  })

  it('that wait because my sign-in has ended are shown, with the way back in; others’ are nobody’s business', async () => {
    const entry = outbox.put('mina', ballotDeed({ t3: 2 }))
    const { counts } = await show({ lang, me: NOBODY })
    expect(counts()).toEqual([0, 0, 0, 0, 0, 0])
    act(() => void outbox.mark(entry, { reason: 'signed-out', refused: false }))
    expect(counts()).toEqual([0, 0, 2, 0, 0, 0])
    const back = screen.getByRole('link', { name: WORDS[lang].outbox.signInAgain })
    expect(hrefOf(back)).toBe(`${JOIN}&again=`)
  })

  it('that were placed before joining are there afterwards, not cast yet', async () => {
    ballotDraft.save(on({ t5: 3 }))
    const { counts, words } = await show({ lang })
    expect(counts()).toEqual([0, 0, 0, 0, 3, 0])
    expect(screen.getByText(words.notYet)).toBeTruthy()
    expect(screen.getByRole('button', { name: words.cast })).toBeTruthy()
  })

  it('are cast in one, and shown as sent until they have arrived', async () => {
    const { add, user, words } = await show({ lang })
    for (const n of [1, 1, 4]) await add(n)
    await user.click(screen.getByRole('button', { name: words.cast }))
    expect(sent()).toEqual([{ uid: 'mina', kind: 'ballot', stickers: on({ t1: 2, t4: 1 }) }])
    expect(ballotDraft.load()).toBeNull()
    expect(screen.getByText(words.sending)).toBeTruthy()
    expect(screen.queryByRole('button', { name: words.cast })).toBeNull()
  })

  it('that have arrived are said to be, with a receipt of what is stored', async () => {
    const { client, words, counts } = await show({ lang })
    act(() => void outbox.put('mina', ballotDeed({ t2: 5 })))
    expect(counts()).toEqual([0, 5, 0, 0, 0, 0])
    await act(async () => {
      const stored: Ballot = { stickers: on({ t2: 5 }), at: SAVED_AT }
      client.setQueryData(ballotQuery('mina').queryKey, stored)
      for (const entry of outbox.look()) outbox.drop(entry)
    })
    expect(screen.getByText(words.saved)).toBeTruthy()
    const receipt = screen.getByRole('region', { name: words.receipt.title })
    expect(receipt.textContent).toContain(tasks[1]?.title[lang])
    expect(receipt.textContent).toContain(formatMoment(SAVED_AT, lang))
    expect(hrefOf(within(receipt).getByRole('link'))).toBe(`/${lang}/me`)
    expect(counts()).toEqual([0, 5, 0, 0, 0, 0])
  })

  it('can be changed, and what is not saved is said', async () => {
    const { add, take, user, words } = await show({ lang, stored: on({ t2: 5 }) })
    expect(screen.getByText(words.changeable)).toBeTruthy()
    await take(2)
    await add(1)
    expect(screen.getByText(words.notYetAgain)).toBeTruthy()
    await user.click(screen.getByRole('button', { name: words.castAgain }))
    expect(sent()).toMatchObject([{ stickers: on({ t1: 1, t2: 4 }) }])
  })

  it('that are back where they were need not be cast', async () => {
    const { add, take, words } = await show({ lang, stored: on({ t2: 5 }) })
    await take(2)
    await add(2)
    expect(screen.queryByRole('button', { name: words.castAgain })).toBeNull()
    expect(ballotDraft.load()).toBeNull()
  })

  it('can all be taken back', async () => {
    const { take, user, words } = await show({ lang, stored: on({ t2: 1 }) })
    await take(2)
    await user.click(screen.getByRole('button', { name: words.takeBack }))
    expect(sent()).toMatchObject([{ stickers: noStickers() }])
  })

  it.each<Wait>(['offline', 'quota'])('that wait (%s) are shown, with what they wait for', async (reason) => {
    const { counts } = await show({ lang })
    act(() => void outbox.mark(outbox.put('mina', ballotDeed({ t6: 2 })), { reason, refused: false }))
    expect(counts()).toEqual([0, 0, 0, 0, 0, 2])
    expect(screen.getByText(WORDS[lang].outbox.state[reason])).toBeTruthy()
  })

  it.each<[Refusal, Voting]>([
    ['closed', CLOSED],
    ['refused', OPEN],
  ])('that came back (%s) give way to what is stored, with the reason', async (reason, voting) => {
    const { counts, user, words } = await show({ lang, stored: on({ t1: 1 }), voting })
    act(() => void outbox.mark(outbox.put('mina', ballotDeed({ t6: 2 })), { reason, refused: true }))
    expect(counts()).toEqual([1, 0, 0, 0, 0, 0])
    expect(screen.getByRole('alert').textContent).toContain(words.back[reason === 'closed' ? 'closed' : 'other'])
    const again = screen.queryByRole('button', { name: words.back.again })
    if (reason === 'closed') {
      expect(again).toBeNull()
      await user.click(screen.getByRole('button', { name: words.back.gotIt }))
      expect(counts()).toEqual([1, 0, 0, 0, 0, 0])
    } else {
      if (again) await user.click(again)
      expect(counts()).toEqual([0, 0, 0, 0, 0, 2])
      expect(screen.getByRole('button', { name: words.castAgain })).toBeTruthy()
    }
    expect(outbox.look()).toEqual([])
  })

  it.each<[string, Voting | null, 'closed' | 'before' | 'unset']>([
    ['has ended', CLOSED, 'closed'],
    ['has not begun', { ...OPEN, opensAt: new Date(Date.now() + HOUR / 2) }, 'before'],
    ['is not planned', null, 'unset'],
  ])('rest when voting %s', async (_, voting, phase) => {
    const { add, counts, words } = await show({ lang, stored: on({ t1: 1 }), voting })
    const moment = formatMoment((phase === 'before' ? voting?.opensAt : voting?.closesAt) ?? new Date(), lang)
    expect(screen.getByText(fill(words.phase[phase], { moment }))).toBeTruthy()
    await add(2)
    expect(counts()).toEqual([1, 0, 0, 0, 0, 0])
    expect(within(screen.getByRole('region', { name: words.tray })).queryByRole('button')).toBeNull()
  })

  it('are not for staff', async () => {
    const { add, counts, words } = await show({ lang, me: STAFF })
    expect(screen.getByText(words.staff)).toBeTruthy()
    await add(2)
    expect(counts()).toEqual([0, 0, 0, 0, 0, 0])
  })
})

describe('stickers that are dragged', () => {
  const spot = (id: string) => document.querySelector(`[data-spot="${id}"]`)
  const drag = (from: string, to: string | null) => {
    const sticker = spot(from)?.querySelector('[data-ghostly]')
    if (!sticker) throw new Error(`no sticker on ${from}`)
    document.elementFromPoint = () => (to === null ? document.body : spot(to))
    const pointer = { pointerId: 1, isPrimary: true, button: 0 }
    fireEvent.pointerDown(sticker, { ...pointer, clientX: 10, clientY: 10 })
    fireEvent.pointerMove(sticker, { ...pointer, clientX: 200, clientY: 200 })
    fireEvent.pointerUp(sticker, { ...pointer, clientX: 200, clientY: 200 })
  }

  it('go from the tray to a task, on to another, and back', async () => {
    const captured = new Set<Element>()
    Element.prototype.setPointerCapture = function capture() {
      captured.add(this)
    }
    Element.prototype.hasPointerCapture = function has() {
      return captured.has(this)
    }
    const { counts } = await show()
    drag('tray', 't2')
    expect(counts()).toEqual([0, 1, 0, 0, 0, 0])
    drag('t2', 't5')
    expect(counts()).toEqual([0, 0, 0, 0, 1, 0])
    drag('t5', null)
    expect(counts()).toEqual([0, 0, 0, 0, 1, 0])
    drag('t5', 'tray')
    expect(counts()).toEqual([0, 0, 0, 0, 0, 0])
  })
})
