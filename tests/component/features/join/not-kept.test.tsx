import { screen } from '@testing-library/react'
import { describe, expect, it, vi } from 'vitest'
import { sendSignInLink } from '#data/sign-in.ts'
import { storage } from '#data/storage.ts'
import { JoinFlow } from '#features/join/join-flow.tsx'
import { quotaExceeded } from '../../../helpers/fake-storage.ts'
import { renderInApp } from '../../../helpers/render-in-app.tsx'
import { NOBODY } from '../../../helpers/samples.ts'
import { fill, LANGUAGES, WORDS } from '../../../helpers/words.ts'

vi.mock('#data/sign-in.ts', async (original) => ({
  ...(await original<object>()),
  prepareSignIn: async () => {},
  sendSignInLink: vi.fn(),
}))
vi.mock('#data/emulated-mail.ts', () => ({
  emulatedMailQuery: () => ({ queryKey: ['mail'], queryFn: () => null }),
}))

const spoil = (methods: ('getItem' | 'setItem' | 'removeItem')[], why: () => DOMException) => {
  for (const method of methods) {
    vi.spyOn(Storage.prototype, method).mockImplementation(() => {
      throw why()
    })
  }
}
const fillUp = () => spoil(['setItem'], quotaExceeded)
const forbid = () =>
  spoil(['getItem', 'setItem', 'removeItem'], () => new DOMException('The operation is insecure.', 'SecurityError'))

describe.each(LANGUAGES)('joining where the device may keep nothing, in %s', (lang) => {
  const { join: words } = WORDS[lang]
  const press = (name: string) => screen.getByRole('button', { name })
  const both = words.signIn.notKept + words.signIn.notKeptGoogle
  const said = () => screen.getAllByRole('status').map((status) => status.textContent)
  const flow = (signInOnly: boolean) =>
    renderInApp(<JoinFlow me={NOBODY} next={null} returnTo="http://localhost/" signInOnly={signInOnly} />, {
      lang,
      path: '/join',
    })
  const answer = async () => {
    const page = await flow(false)
    await page.user.click(screen.getByText(words.who.resident))
    await page.user.click(press(words.next))
    await page.user.click(screen.getByRole('checkbox'))
    await page.user.click(press(words.next))
    return page
  }
  const send = async (user: Awaited<ReturnType<typeof flow>>['user']) => {
    await user.type(screen.getByRole('textbox', { name: words.signIn.email }), 'mina@example.com')
    await user.click(press(words.signIn.send))
    await screen.findByText(fill(words.signIn.sent, { email: 'mina@example.com' }))
  }

  it.each([
    ['full', fillUp],
    ['forbidden', forbid],
  ])('says what is asked again before the mail is sent, and after: %s', async (_, spoilIt) => {
    spoilIt()
    vi.mocked(sendSignInLink).mockResolvedValue({ isAddressKept: false })
    const { user, unmount } = await answer()
    expect(said()).toContain(both)
    await send(user)
    expect(said()).toContain(both)
    unmount()
    // Back at the answers that only this page has, without giving one.
    await flow(false)
    await user.click(press(words.next))
    await user.click(press(words.next))
    expect(said()).toContain(both)
  })

  it('says it after the mail at least where there was no room for the address alone', async () => {
    vi.mocked(sendSignInLink).mockResolvedValue({ isAddressKept: false })
    const { user } = await answer()
    expect(said()).not.toContain(both)
    await send(user)
    expect(said()).toContain(both)
  })

  it('promises nothing of Google inside an app, whose window Google refuses', async () => {
    vi.spyOn(navigator, 'userAgent', 'get').mockReturnValue('Mozilla/5.0 KAKAOTALK/10.8.5 (INAPP)')
    fillUp()
    await answer()
    expect(said()).toContain(words.signIn.notKept)
  })

  it('is nothing that those are told of whose answers are kept, or who only sign in', async () => {
    vi.mocked(sendSignInLink).mockResolvedValue({ isAddressKept: true })
    const { user, unmount } = await answer()
    await send(user)
    expect(screen.queryByText(words.signIn.notKept)).toBeNull()
    unmount()
    vi.spyOn(storage, 'write').mockReturnValue(false)
    vi.mocked(sendSignInLink).mockResolvedValue({ isAddressKept: false })
    await send((await flow(true)).user)
    expect(screen.queryByText(words.signIn.notKept)).toBeNull()
  })
})
