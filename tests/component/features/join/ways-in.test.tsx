import { screen, waitFor } from '@testing-library/react'
import { describe, expect, it, vi } from 'vitest'
import { joinDraft } from '#data/drafts.ts'
import { DataError } from '#data/errors.ts'
import type { Me } from '#data/me.ts'
import { signOutHere } from '#data/session.ts'
import { completeSignInLink } from '#data/sign-in.ts'
import { SignInError } from '#data/sign-in-error.ts'
import { storage } from '#data/storage.ts'
import { DEMO_ACCOUNTS } from '#domain/demo-accounts.ts'
import { nickname } from '#domain/nickname.ts'
import { CompleteLink } from '#features/join/complete-link.tsx'
import { DemoAccounts } from '#features/join/demo.tsx'
import { SignIn } from '#features/join/sign-in.tsx'
import { SignInProblem } from '#features/join/sign-in-problem.tsx'
import { descriptionOf, hrefOf } from '../../../helpers/described.ts'
import { renderInApp } from '../../../helpers/render-in-app.tsx'
import { joined, NOBODY } from '../../../helpers/samples.ts'
import { fill, LANGUAGES, WORDS } from '../../../helpers/words.ts'

vi.mock('#data/session.ts', async (original) => ({ ...(await original<object>()), signOutHere: vi.fn() }))
vi.mock('#data/sign-in.ts', async (original) => ({
  ...(await original<object>()),
  prepareSignIn: async () => {},
  sendSignInLink: async () => ({ isAddressKept: true }),
  completeSignInLink: vi.fn(),
}))
vi.mock('#data/emulated-mail.ts', () => ({
  emulatedMailQuery: () => ({ queryKey: ['mail'], queryFn: () => null }),
}))

/** As it is kept on the device that asked for a link. */
const askedFor = (email: string) => storage.write('link-email', JSON.stringify({ email, at: Date.now() }))

describe.each(LANGUAGES)('the page a sign-in link leads to, in %s', (lang) => {
  const { join: words } = WORDS[lang]
  const link = (me: Me) => (
    <CompleteLink
      me={me}
      newLink="?"
      onwards={`/${lang}/tasks/3`}
      href="http://localhost/?oobCode=1"
      onSignedIn={vi.fn()}
    />
  )
  const show = (me = NOBODY) => renderInApp(link(me), { lang, path: '/join?oobCode=1' })
  const box = () => screen.getByRole<HTMLInputElement>('textbox', { name: words.signIn.confirm })

  it('knows the address on the device that asked for it, and waits for a click', async () => {
    askedFor('mina@example.com')
    await show()
    expect(screen.getByText(/mina@example\.com/)).toBeTruthy()
    expect(screen.queryByRole('textbox')).toBeNull()
    expect(screen.getByRole('button', { name: words.signIn.confirmSend })).toBeTruthy()
  })

  it('takes another address than the one that the device remembers, with no answers of whoever that was', async () => {
    askedFor('jun@example.com')
    joinDraft.save({ role: 'parent', fourteen: null, district: 'mapo', consent: true })
    const { user } = await show()
    await user.click(screen.getByRole('button', { name: words.signIn.otherAddress }))
    expect(document.activeElement).toBe(box())
    expect(box().value).toBe('')
    expect(screen.queryByText(/jun@example\.com/)).toBeNull()
    await user.keyboard('mina@example.com{Enter}')
    expect(vi.mocked(completeSignInLink)).toHaveBeenLastCalledWith('mina@example.com', 'http://localhost/?oobCode=1')
    expect(joinDraft.load()).toBeNull()
  })

  it('has the address to be corrected once it has turned out not to be that of the link', async () => {
    askedFor('jun@example.com')
    vi.mocked(completeSignInLink).mockRejectedValueOnce(new SignInError('bad-email'))
    const { user } = await show()
    await user.click(screen.getByRole('button', { name: words.signIn.confirmSend }))
    await waitFor(() => expect(document.activeElement).toBe(box()))
    expect(box().value).toBe('jun@example.com')
    expect(screen.getByRole('alert').textContent).toBe(words.problem['bad-email'])
  })

  it('asks for the address on another device, and says why', async () => {
    await show()
    expect(box().value).toBe('')
    expect(descriptionOf(box())).toBe(words.signIn.confirmHint)
  })

  it('says who is here already, and does nothing as they unless asked', async () => {
    const { user, rerender } = await show(joined())
    const name = nickname('mina')[lang]
    expect(screen.getByRole('heading', { name: words.occupied.link.title })).toBeTruthy()
    expect(screen.getByText(fill(words.occupied.link.text, { name }))).toBeTruthy()
    const goOn = screen.getByRole('link', { name: fill(words.occupied.goOn, { name }) })
    expect(hrefOf(goOn)).toBe(`/${lang}/tasks/3`)
    expect(screen.queryByRole('button', { name: words.signIn.confirmSend })).toBeNull()
    await user.click(screen.getByRole('button', { name: words.occupied.link.signOut }))
    expect(vi.mocked(signOutHere)).toHaveBeenCalled()
    rerender(link(NOBODY))
    expect(box()).toBeTruthy()
  })

  it('asks nothing of somebody who is here by the address of the link', async () => {
    askedFor('Mina@example.com')
    const { address } = await show(joined())
    expect(address()).toBe(`/${lang}/join`)
    expect(screen.queryByRole('heading', { name: words.occupied.link.title })).toBeNull()
  })

  it('takes no answers given on this device for those of somebody who asked for the link on another', async () => {
    joinDraft.save({ role: 'student', fourteen: true, district: 'mapo', consent: true })
    const { user } = await show()
    await user.type(box(), 'mina@example.com')
    expect(joinDraft.load()).not.toBeNull()
    await user.click(screen.getByRole('button', { name: words.signIn.confirmSend }))
    expect(joinDraft.load()).toBeNull()
  })

  it.each([
    ['a child', { role: 'student', fourteen: false } as const, false],
    ['a parent who was a student for a moment', { role: 'parent', fourteen: false } as const, true],
  ])('keeps answers for whoever asked for the link, but not those of a child: %s', async (_, answers, isKept) => {
    askedFor('mina@example.com')
    joinDraft.save({ ...answers, district: null, consent: true })
    const { user } = await show()
    await user.click(screen.getByRole('button', { name: words.signIn.confirmSend }))
    expect(joinDraft.load() !== null).toBe(isKept)
  })
})

describe.each(LANGUAGES)('asking for a sign-in link, in %s', (lang) => {
  const { signIn: words } = WORDS[lang].join

  it('takes the cursor along, to what was sent and back to the address', async () => {
    const { user } = await renderInApp(<SignIn returnTo="http://localhost/" schoolOnly={false} />, { lang })
    const box = () => screen.getByRole<HTMLInputElement>('textbox', { name: words.email })
    expect(document.activeElement).toBe(document.body)
    await user.type(box(), 'mina@example.com')
    await user.click(screen.getByRole('button', { name: words.send }))
    const sent = await screen.findByText(fill(words.sent, { email: 'mina@example.com' }))
    expect(document.activeElement?.contains(sent)).toBe(true)
    expect(document.activeElement).not.toBe(document.body)
    await user.click(screen.getByRole('button', { name: words.again }))
    expect(document.activeElement).toBe(box())
    expect(box().value).toBe('mina@example.com')
  })
})

describe.each(LANGUAGES)('the accounts to try, in %s', (lang) => {
  it('are all there, and the one pressed is chosen', async () => {
    const onChoose = vi.fn()
    const { user } = await renderInApp(<DemoAccounts onChoose={onChoose} />, { lang })
    expect(screen.getByRole('region', { name: WORDS[lang].join.demo.title })).toBeTruthy()
    const buttons = screen.getAllByRole('button')
    expect(buttons.map((button) => button.textContent)).toEqual(DEMO_ACCOUNTS.map(({ name }) => name[lang]))
    await user.click(screen.getByRole('button', { name: lang === 'ko' ? '교사' : 'A teacher' }))
    expect(onChoose).toHaveBeenCalledTimes(1)
    expect(onChoose.mock.calls[0]?.[0]).toMatchObject({ uid: 'demo-teacher', email: 'teacher@madang.sen.es.kr' })
  })
})

describe.each(LANGUAGES)('why a sign-in did not happen, in %s', (lang) => {
  const { join, errors } = WORDS[lang]

  it.each(['cancelled', 'popup-blocked', 'link-expired', 'bad-email', 'school-account', 'busy', 'no-mail'] as const)(
    '%s',
    async (kind) => {
      await renderInApp(<SignInProblem error={new SignInError(kind)} />, { lang })
      expect(screen.getByRole('alert').textContent).toBe(join.problem[kind])
    },
  )

  it.each(['offline', 'quota', 'unknown'] as const)('%s, as anywhere else', async (kind) => {
    await renderInApp(<SignInProblem error={new DataError(kind)} />, { lang })
    expect(screen.getByRole('alert').textContent).toBe(errors[kind])
  })

  it('a blocked account, and whom to ask', async () => {
    await renderInApp(<SignInProblem error={new SignInError('blocked')} />, { lang })
    expect(screen.getByRole('alert').textContent).toBe(join.problem.blocked + join.ask.none)
  })

  it('tells a pupil and whoever runs the school’s accounts what to do, at once where it is known to be that', async () => {
    const { container } = await renderInApp(<SignInProblem error={new SignInError('school-account')} />, { lang })
    expect(container.querySelector('details')?.open).toBe(true)
    expect(screen.getByRole('heading', { name: join.school.adminTitle })).toBeTruthy()
    expect(screen.getByText(fill(join.school.site, { site: location.origin }))).toBeTruthy()
  })

  it('offers that folded where a window was closed, which is all that Google tells, and nowhere else', async () => {
    const { container, rerender } = await renderInApp(<SignInProblem error={new SignInError('cancelled')} />, { lang })
    expect(container.querySelector('details')?.open).toBe(false)
    rerender(<SignInProblem error={new SignInError('popup-blocked')} />)
    expect(container.querySelector('details')).toBeNull()
  })

  it('says nothing where nothing happened', async () => {
    await renderInApp(<SignInProblem error={null} />, { lang })
    expect(screen.getByRole('alert').textContent).toBe('')
  })
})
