import { act, screen, within } from '@testing-library/react'
import { describe, expect, it, vi } from 'vitest'
import { joinDraft } from '#data/drafts.ts'
import type { Me } from '#data/me.ts'
import { join } from '#data/participants.ts'
import { removeAccount } from '#data/sign-in.ts'
import { nickname } from '#domain/nickname.ts'
import { JoinFlow } from '#features/join/join-flow.tsx'
import { descriptionOf, hrefOf } from '../../../helpers/described.ts'
import { renderInApp } from '../../../helpers/render-in-app.tsx'
import { joined, NOBODY, sampleParticipant } from '../../../helpers/samples.ts'
import { fill, LANGUAGES, WORDS } from '../../../helpers/words.ts'

vi.mock('#data/sign-in.ts', async (original) => ({
  ...(await original<object>()),
  prepareSignIn: async () => {},
  removeAccount: vi.fn(),
}))
vi.mock('#data/participants.ts', () => ({ join: vi.fn() }))

const signedIn = (email: string): Me => ({ ...NOBODY, user: { uid: 'kim', email } })
const ANSWERED = { role: 'teacher', fourteen: null, district: 'mapo', consent: true } as const

describe.each(LANGUAGES)('joining, in %s', (lang) => {
  const { join: words } = WORDS[lang]
  const show = (me: Me, { next = null as string | null, signInOnly = false } = {}) =>
    renderInApp(<JoinFlow me={me} next={next} returnTo="http://localhost/" signInOnly={signInOnly} />, {
      lang,
      path: '/join',
    })
  const step = (number: number) => screen.getByRole('heading', { name: fill(words.step, { step: number, total: 3 }) })
  const press = (name: string) => screen.getByRole('button', { name })

  it('goes through its three steps, the cursor at the head of each', async () => {
    const { user } = await show(NOBODY)
    expect(step(1)).toBeTruthy()
    await user.click(screen.getByText(words.who.resident))
    await user.click(press(words.next))
    expect(document.activeElement).toBe(step(2))
    await user.click(press(words.back))
    expect(document.activeElement).toBe(step(1))
    await user.click(press(words.next))
    await user.click(screen.getByRole('checkbox'))
    await user.click(press(words.next))
    expect(document.activeElement).toBe(step(3))
    expect(press(words.signIn.google)).toBeTruthy()
    expect(joinDraft.load()).toEqual({ role: 'resident', fourteen: null, district: null, consent: true })
  })

  it('remembers what was answered, when somebody comes back from their mail signed in', async () => {
    joinDraft.save(ANSWERED)
    await show(signedIn('kim@hanbit.sen.es.kr'))
    expect(step(3)).toBeTruthy()
    const steps = within(screen.getByRole('list', { name: words.steps.label })).getAllByRole('listitem')
    expect(steps.map((item) => item.getAttribute('aria-current'))).toEqual([null, null, 'step'])
    const [, given] = screen.getAllByRole('list')
    const answers = Array.from(given?.children ?? [], (item) => item.textContent)
    expect(answers).toEqual([words.who.teacher, lang === 'ko' ? '마포구' : 'Mapo-gu'])
    expect(press(words.finish.send)).toBeTruthy()
  })

  it('follows with the cursor when signing in changes what stands in the last step', async () => {
    joinDraft.save(ANSWERED)
    const flow = (me: Me) => <JoinFlow me={me} next={null} returnTo="http://localhost/" signInOnly={false} />
    const { user, rerender } = await renderInApp(flow(NOBODY), { lang, path: '/join' })
    await user.click(press(words.next))
    await user.click(press(words.next))
    expect(document.activeElement).toBe(step(3))
    act(() => press(words.signIn.google).focus())
    rerender(flow(signedIn('kim@hanbit.sen.es.kr')))
    expect(document.activeElement).toBe(step(3))
  })

  it('asks again from the start what is not complete', async () => {
    joinDraft.save({ ...ANSWERED, consent: false })
    await show(signedIn('kim@hanbit.sen.es.kr'))
    expect(step(1)).toBeTruthy()
  })

  it('takes no complete answers of a child', async () => {
    joinDraft.save({ role: 'student', fourteen: false, district: null, consent: true })
    await show(signedIn('kim@example.com'))
    expect(step(1)).toBeTruthy()
    expect(screen.queryByRole('button', { name: words.next })).toBeNull()
  })

  it('deletes nobody’s account for an answer that another child left on the device', async () => {
    vi.mocked(removeAccount).mockReset()
    joinDraft.save({ role: 'student', fourteen: false, district: null, consent: false })
    await show(signedIn('parent@example.com'))
    expect(screen.getByText(fill(words.age.account, { email: 'parent@example.com' }))).toBeTruthy()
    expect(removeAccount).not.toHaveBeenCalled()
  })

  it('goes on saying what became of a child’s account, also where they only wanted to sign in', async () => {
    joinDraft.save({ role: 'student', fourteen: false, district: null, consent: false })
    vi.mocked(removeAccount).mockResolvedValue(true)
    const flow = (me: Me) => <JoinFlow me={me} next={null} returnTo="http://localhost/" signInOnly />
    const { user, rerender } = await renderInApp(flow(signedIn('kid@example.com')), { lang, path: '/join?again' })
    await user.click(press(words.age.remove))
    rerender(flow(NOBODY))
    expect(await screen.findByText(fill(words.age.removed, { email: 'kid@example.com' }))).toBeTruthy()
    expect(joinDraft.load()).toBeNull()
  })

  it('tells a teacher with another address that it will not do, and offers no way to finish', async () => {
    joinDraft.save(ANSWERED)
    await show(signedIn('kim@example.com'))
    const problem = fill(words.problem['school-email'], { email: 'kim@example.com' })
    expect(screen.getAllByRole('alert').map((alert) => alert.textContent)).toContain(problem)
    expect(screen.queryByRole('button', { name: words.finish.send })).toBeNull()
    expect(press(words.finish.otherAccount)).toBeTruthy()
  })

  it('tells teachers beforehand which addresses will do', async () => {
    joinDraft.save(ANSWERED)
    const { user } = await show(NOBODY)
    await user.click(press(words.next))
    await user.click(press(words.next))
    expect(screen.getByText(words.signIn.schoolOnly)).toBeTruthy()
  })

  it('asks those who only sign in no questions', async () => {
    await show(NOBODY, { signInOnly: true })
    expect(screen.queryByRole('radio')).toBeNull()
    expect(press(words.signIn.google)).toBeTruthy()
    expect(screen.getByText(words.signIn.intro)).toBeTruthy()
    expect(screen.getByText(words.signInIntro)).toBeTruthy()
    // Before a child comes to the field for an address.
    const slip = screen.getByRole('link', { name: words.slip.useIt })
    expect(slip.parentElement?.textContent).toBe(`${words.signInNot} ${words.slip.useIt}`)
    expect(hrefOf(slip)).toBe(`/${lang}/join?slip=`)
    expect(slip.compareDocumentPosition(press(words.signIn.google))).toBe(Node.DOCUMENT_POSITION_FOLLOWING)
  })

  it('asks whoever came through that and has not joined everything, whatever another left on the device', async () => {
    joinDraft.save({ role: 'student', fourteen: true, district: 'mapo', consent: true })
    const flow = (me: Me) => <JoinFlow me={me} next={null} returnTo="http://localhost/" signInOnly />
    const { user, rerender } = await renderInApp(flow(NOBODY), { lang, path: '/join' })
    expect(joinDraft.load()).toBeNull()
    rerender(flow(signedIn('kid@example.com')))
    expect(document.activeElement).toBe(step(1))
    await user.click(screen.getByText(words.who.student))
    const ages = screen.getByRole('group', { name: words.age.title })
    expect(within(ages).queryByRole('radio', { checked: true })).toBeNull()
    // Signed out again for being too young: what they are told stays.
    await user.click(screen.getByText(words.age.no))
    rerender(flow(NOBODY))
    expect(screen.getByText(words.age.child)).toBeTruthy()
  })

  it('sends those who have joined on to where they came from', async () => {
    const { address } = await show(joined(), { next: `/${lang}/tasks/3#voices` })
    expect(address()).toBe(`/${lang}/tasks/3#voices`)
  })

  it.each(['joined here', 'come in with an account that had joined'])(
    'asks everything of whoever comes after somebody who has %s and signed out again',
    async (way) => {
      joinDraft.save(ANSWERED)
      const flow = (me: Me) => <JoinFlow me={me} next={null} returnTo="http://localhost/" signInOnly={false} />
      const { user, rerender } = await renderInApp(flow(NOBODY), { lang, path: '/join' })
      await user.click(press(words.next))
      await user.click(press(words.next))
      rerender(flow(signedIn('kim@hanbit.sen.es.kr')))
      if (way === 'joined here') {
        vi.mocked(join).mockResolvedValue(sampleParticipant({ uid: 'kim' }))
        await user.click(press(words.finish.send))
      }
      rerender(flow(joined()))
      expect(screen.getByText(words.done.title)).toBeTruthy()
      expect(joinDraft.load()).toBeNull()
      rerender(flow(NOBODY))
      expect(step(1)).toBeTruthy()
      expect(screen.queryByRole('radio', { checked: true })).toBeNull()
      await user.click(screen.getByText(words.who.resident))
      await user.click(press(words.next))
      expect(screen.queryByRole('checkbox', { checked: true })).toBeNull()
      // Nor are they greeted as if they had joined this moment, should they have done so before.
      rerender(flow(joined()))
      expect(document.activeElement).toBe(document.body)
    },
  )

  it('greets those who have joined and came from nowhere by their nickname', async () => {
    const { address } = await show(joined())
    expect(address()).toBe(`/${lang}/join`)
    const greeting = fill(words.done.text, { name: nickname('mina')[lang] })
    expect(screen.getByText(greeting)).toBeTruthy()
    expect(document.activeElement).toBe(document.body)
    expect(hrefOf(screen.getByRole('link', { name: words.done.plan }))).toBe(`/${lang}#tasks`)
  })

  it.each(['kim', 'kim@', '@example.com', 'kim@example', 'kim lee@example.com', ''])(
    'points out an address that is none: %j',
    async (typed) => {
      const { user } = await show(NOBODY, { signInOnly: true })
      const box = screen.getByRole('textbox', { name: words.signIn.email })
      await user.click(box)
      if (typed !== '') await user.paste(typed)
      await user.click(press(words.signIn.send))
      expect(descriptionOf(box)).toBe(`${words.signIn.emailHint} ${words.problem['bad-email']}`)
      expect(document.activeElement).toBe(box)
      expect(press(words.signIn.send).getAttribute('aria-disabled')).toBe('false')
    },
  )
})
