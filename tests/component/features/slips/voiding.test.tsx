import { screen, waitFor } from '@testing-library/react'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { reviewDraft } from '#data/drafts.ts'
import { BatchRow } from '#features/slips/batch-row.tsx'
import { letDialogsOpen } from '../../../helpers/dialogs.ts'
import { renderInApp } from '../../../helpers/render-in-app.tsx'
import { forgetTold, Toasts, told } from '../../../helpers/told.ts'
import { underWay } from '../../../helpers/under-way.ts'
import { fill, LANGUAGES, WORDS } from '../../../helpers/words.ts'

// The other side of the network: 20 slips, 9 of which go at once. tests/rules has the real one.
const far = vi.hoisted(() => ({ left: [] as string[], readLastVoiding: vi.fn(), voidSome: vi.fn() }))
vi.mock('#data/slip-batches.ts', () => ({
  readLastVoiding: () => far.readLastVoiding(),
  readLeft: async () => far.left.map((token) => ({ token })),
  readCounts: async () => ({ terms, all: 20, used: 0, voided: 20 - far.left.length }),
  voidSome: async (_: object, tokens: string[]) => {
    await far.voidSome()
    far.left = far.left.filter((token) => !tokens.includes(token))
  },
}))

const terms = {
  role: 'student',
  school: '한빛초등학교',
  district: null,
  level: null,
  expiresAt: new Date('2099-12-31T23:59:59+09:00'),
}
const batch = { id: 'a batch', issuedBy: 'inviter', issuedAt: new Date(0), purpose: '1학년 1반' }

beforeEach(() => {
  far.left = Array.from({ length: 20 }, (_, place) => `token ${place}`)
  far.voidSome.mockReset()
  far.readLastVoiding.mockReset().mockResolvedValue(null)
  letDialogsOpen()
})

afterEach(forgetTold)

describe.each(LANGUAGES)('voiding what is left, in %s', (lang) => {
  const words = WORDS[lang].slips.void
  const { close } = WORDS[lang].common
  const opener = `${words.open}: ${batch.purpose}`
  const button = (name: string) => screen.getByRole('button', { name })
  const stoppedWith = (count: number) => fill(words.stopped_other, { count })
  const page = [<BatchRow key="row" batch={batch} uid="inviter" />, <Toasts key="toasts" />]

  async function open() {
    const app = await renderInApp(page, { lang })
    await app.user.click(await screen.findByRole('button', { name: opener }))
    await app.user.type(screen.getByLabelText(words.reason), '잃어버렸어요')
    return app
  }

  /** The second nine are on their way. */
  async function openVoiding() {
    far.voidSome.mockResolvedValueOnce(undefined)
    const second = underWay(far.voidSome)
    const app = await open()
    await app.user.click(button(words.send))
    await screen.findByRole('progressbar')
    return { ...app, second }
  }

  it('is told when all are void, and keeps nothing of its reason', async () => {
    const { user } = await open()
    await user.click(button(words.send))
    await waitFor(() => expect(told()).toEqual([words.done]))
    await waitFor(() => expect(screen.queryByRole('button', { name: opener })).toBeNull())
    expect(reviewDraft('void', batch.id).load()).toBeNull()
    expect(far.left).toEqual([])
  })

  it('stops where somebody stops it, and says how many are void', async () => {
    const { user, second } = await openVoiding()
    expect(screen.queryByRole('button', { name: words.cancel })).toBeNull()
    expect(screen.getByText(words.untilStopped)).toBeTruthy()
    await user.click(button(words.stop))
    expect(button(words.stopping).getAttribute('aria-disabled')).toBe('true')
    await second.well()
    expect(await screen.findByText(stoppedWith(18))).toBeTruthy()
    expect(document.activeElement).toBe(button(words.cancel))
    expect(far.left).toHaveLength(2)
    expect(told()).toEqual([])
    // What is left can be voided after all.
    await user.click(button(words.send))
    await waitFor(() => expect(told()).toEqual([words.done]))
    expect(far.left).toEqual([])
  })

  it('says that none are void where it is stopped before the first', async () => {
    const looking = underWay(far.readLastVoiding)
    const { user } = await open()
    await user.click(button(words.send))
    await user.click(button(words.stop))
    await looking.well()
    expect(await screen.findByText(words.stoppedBefore)).toBeTruthy()
    expect(far.left).toHaveLength(20)
  })

  it('says why it broke off, also where it was to stop', async () => {
    const { user, second } = await openVoiding()
    await user.click(button(words.stop))
    await second.badly()
    expect(await screen.findByText(WORDS[lang].errors.offline)).toBeTruthy()
    expect(told()).toEqual([])
  })

  it.each(['dialog', 'page'])('stops where the %s is closed, and is told', async (gone) => {
    const { user, rerender, second } = await openVoiding()
    if (gone === 'page') rerender([<Toasts key="toasts" />])
    else await user.click(button(close))
    await second.well()
    await waitFor(() => expect(told()).toEqual([stoppedWith(18)]))
    expect(far.left).toHaveLength(2)
  })

  it('tells that it failed where its dialog is closed', async () => {
    const { user, second } = await openVoiding()
    await user.click(button(close))
    await second.badly()
    await waitFor(() => expect(told()).toEqual([`${words.failed} ${WORDS[lang].errors.offline}`]))
    expect(far.left).toHaveLength(11)
  })

  it('shows in a dialog that is opened again what is still on its way', async () => {
    const { user, second } = await openVoiding()
    await user.click(button(close))
    await user.click(button(opener))
    expect(button(words.stopping).getAttribute('aria-disabled')).toBe('true')
    await second.well()
    expect(await screen.findByText(stoppedWith(18))).toBeTruthy()
    expect(told()).toEqual([])
  })
})
