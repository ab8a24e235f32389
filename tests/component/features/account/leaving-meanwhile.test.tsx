import { fireEvent, screen, waitFor } from '@testing-library/react'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { Leave } from '#features/account/leave.tsx'
import { descriptionOf } from '../../../helpers/described.ts'
import { letDialogsOpen } from '../../../helpers/dialogs.ts'
import { renderInApp, testClient } from '../../../helpers/render-in-app.tsx'
import { sampleComment, sampleParticipant } from '../../../helpers/samples.ts'
import { forgetTold, Toasts, told } from '../../../helpers/told.ts'
import { underWay } from '../../../helpers/under-way.ts'
import { fill, flatWords, LANGUAGES, WORDS } from '../../../helpers/words.ts'

// Everything on the other side of the network; the browser tests have the real ones.
const far = vi.hoisted(() => ({
  signOutHere: vi.fn(),
  leaveForGood: vi.fn(),
  readCommentsOf: vi.fn(),
  perform: vi.fn(),
}))
vi.mock('#data/session.ts', async (original) => ({ ...(await original<object>()), signOutHere: far.signOutHere }))
vi.mock('#data/leaving.ts', () => ({ leaveForGood: far.leaveForGood }))
vi.mock('#data/own.ts', () => ({ readCommentsOf: far.readCommentsOf }))
vi.mock('#data/perform.ts', () => ({ perform: far.perform }))

const me = sampleParticipant()
const comments = ['a', 'b'].map((letter) => sampleComment({ id: `t3-${letter}`, authorId: me.uid }))

beforeEach(() => {
  for (const fake of Object.values(far)) fake.mockReset()
  far.readCommentsOf.mockResolvedValue({ items: comments, next: null })
  letDialogsOpen()
})

afterEach(forgetTold)

describe.each(LANGUAGES)('in %s', (lang) => {
  const words = WORDS[lang].me.leave
  const { close } = WORDS[lang].common
  const button = (name: string) => screen.getByRole('button', { name })
  const isInert = (name: string) => button(name).getAttribute('aria-disabled') === 'true'
  const page = [<Leave key="leave" participant={me} email="mina@example.com" />, <Toasts key="toasts" />]
  const noPage = [<Toasts key="toasts" />]
  const failed = (what: string) => `${what} ${WORDS[lang].errors.offline}`

  async function open(client = testClient()) {
    const app = await renderInApp(page, { lang, path: '/me', client })
    await app.user.click(button(words.open))
    return app
  }

  /** Its first comment is taken back, its second on its way. */
  async function openWithdrawing() {
    far.perform.mockResolvedValueOnce(undefined)
    const second = underWay(far.perform)
    const app = await open()
    await app.user.click(button(words.withdraw))
    await screen.findByRole('progressbar')
    return { ...app, second }
  }

  describe('while comments are being withdrawn', () => {
    it('nobody can leave, and it is said why; afterwards they can', async () => {
      const { user, second } = await openWithdrawing()
      await user.click(screen.getByRole('checkbox', { name: words.sure }))
      expect(isInert(words.act)).toBe(true)
      expect(descriptionOf(button(words.act))).toBe(words.withdrawFirst)
      await user.click(button(words.act))
      expect(far.leaveForGood).not.toHaveBeenCalled()
      await second.well()
      expect(await screen.findByText(fill(words.withdrawn_other, { count: 2 }))).toBeTruthy()
      expect(screen.queryByText(words.withdrawFirst)).toBeNull()
      await user.click(button(words.act))
      await waitFor(() => expect(far.leaveForGood).toHaveBeenCalledOnce())
    })

    it('the dialog that is closed and opened again shows it, and begins no other', async () => {
      const { user, second } = await openWithdrawing()
      await user.click(button(words.stay))
      await user.click(button(words.open))
      expect(isInert(words.withdrawing)).toBe(true)
      expect(isInert(words.act)).toBe(true)
      const half = fill(words.progress, { done: 1, all: 2 })
      expect(screen.getByRole('progressbar').getAttribute('aria-valuetext')).toBe(half)
      await user.click(button(words.withdrawing))
      await second.well()
      expect(await screen.findByText(fill(words.withdrawn_other, { count: 2 }))).toBeTruthy()
      expect(told()).toEqual([])
      expect(far.readCommentsOf).toHaveBeenCalledOnce()
      // It has been told: whoever opens it again can do so again.
      await user.click(button(words.stay))
      await user.click(button(words.open))
      expect(isInert(words.withdraw)).toBe(false)
      expect(screen.queryByRole('progressbar')).toBeNull()
    })

    it('so it is after a visit to another page', async () => {
      const { user, rerender, second } = await openWithdrawing()
      rerender(noPage)
      rerender(page)
      await user.click(button(words.open))
      expect(isInert(words.withdrawing)).toBe(true)
      expect(isInert(words.act)).toBe(true)
      await second.well()
      await waitFor(() => expect(isInert(words.act)).toBe(false))
    })

    it.each(['dialog', 'page'])('what comes of it is told where the %s is gone', async (gone) => {
      const { user, rerender, second } = await openWithdrawing()
      const go = () => (gone === 'page' ? rerender(noPage) : user.click(button(words.stay)))
      await go()
      await second.badly()
      await waitFor(() => expect(told()).toEqual([failed(words.withdrawFailed)]))
      const hidden = sampleComment({ id: 't3-h', authorId: me.uid, status: 'hidden' })
      far.readCommentsOf.mockResolvedValue({ items: [comments[1], hidden], next: null })
      const again = underWay(far.perform)
      if (gone === 'page') rerender(page)
      await user.click(button(words.open))
      await user.click(button(words.withdraw))
      await go()
      await again.well()
      const one = flatWords(lang).get(`me.leave.withdrawn_${lang === 'ko' ? 'other' : 'one'}`) ?? ''
      await waitFor(() => expect(told().at(-1)).toBe(`${fill(one, { count: 1 })} ${words.stillHidden}`))
    })
  })

  describe('while somebody leaves', () => {
    async function openLeaving() {
      const leaving = underWay(far.leaveForGood)
      const app = await open()
      await app.user.click(screen.getByRole('checkbox', { name: words.sure }))
      await app.user.click(button(words.act))
      return { ...app, leaving }
    }

    it('nothing says that they do not, and nothing more is taken back', async () => {
      const { user, leaving } = await openLeaving()
      for (const name of [words.stay, words.withdraw, words.leaving, close]) {
        expect(isInert(name), name).toBe(true)
        await user.click(button(name))
      }
      const dialog = screen.getByRole('dialog')
      // Escape, in browsers that know the attribute, and in the others.
      expect(dialog.getAttribute('closedby')).toBe('none')
      expect(fireEvent(dialog, new Event('cancel', { cancelable: true }))).toBe(false)
      expect(screen.getByRole('dialog')).toBeTruthy()
      expect(far.leaveForGood).toHaveBeenCalledOnce()
      expect(far.readCommentsOf).not.toHaveBeenCalled()
      await leaving.badly()
      expect(await screen.findByText(WORDS[lang].errors.offline)).toBeTruthy()
      expect(dialog.hasAttribute('closedby')).toBe(false)
      await user.click(button(words.stay))
      expect(screen.queryByRole('dialog')).toBeNull()
    })

    it('so it is after a visit to another page, where it is told that it failed', async () => {
      const { user, rerender, leaving } = await openLeaving()
      rerender(noPage)
      rerender(page)
      await user.click(button(words.open))
      expect(isInert(words.stay)).toBe(true)
      rerender(noPage)
      await leaving.badly()
      await waitFor(() => expect(told()).toEqual([failed(words.failed)]))
    })
  })
})
