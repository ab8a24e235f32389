import { screen, waitFor } from '@testing-library/react'
import { describe, expect, it, vi } from 'vitest'
import { commentDraft, slipDraft } from '#data/drafts.ts'
import { DataError } from '#data/errors.ts'
import { type Me, meQuery } from '#data/me.ts'
import { outbox } from '#data/outbox.ts'
import { SignInError } from '#data/sign-in-error.ts'
import { nickname } from '#domain/nickname.ts'
import { formatSlip, type Slip } from '#domain/slip.ts'
import { SlipJoin } from '#features/join/slip-join.tsx'
import { slipQuery } from '#features/join/slip-queries.ts'
import { SlipWelcome } from '#features/join/slip-welcome.tsx'
import { stanceDeed } from '../../../helpers/deeds.ts'
import { renderInApp, testClient } from '../../../helpers/render-in-app.tsx'
import { joined, NOBODY, sampleParticipant, sampleSlip } from '../../../helpers/samples.ts'
import { fill, LANGUAGES, WORDS } from '../../../helpers/words.ts'

vi.mock('#data/session.ts', async (original) => ({ ...(await original<object>()), signOutHere: async () => {} }))

const TOKEN = sampleSlip().token

const READY = { isPending: false, failureReason: null, error: null }
const TRYING = { ...READY, isPending: true }

describe.each(LANGUAGES)('the page of a slip, in %s', (lang) => {
  const { join, common, account } = WORDS[lang]
  const words = join.slip
  const heading = (name: string) => screen.getByRole('heading', { name })
  const show = async (slip: Slip | null, me: Me = NOBODY) => {
    const client = testClient()
    client.setQueryData(slipQuery(TOKEN).queryKey, slip)
    const page = <SlipJoin token={TOKEN} me={me} isKept forget={vi.fn()} />
    return { ...(await renderInApp(page, { lang, client, path: '/join' })), client }
  }

  it('says what this is and what the slip says, and asks for nothing but a tap', async () => {
    const { container } = await show(sampleSlip())
    expect(heading(words.title)).toBeTruthy()
    expect(screen.getByText('한빛초등학교')).toBeTruthy()
    const mapo = lang === 'ko' ? '마포구' : 'Mapo-gu'
    expect(screen.getByText(`${common.roles.student} · ${words.level.elementary} · ${mapo}`)).toBeTruthy()
    expect(screen.getByRole('button', { name: words.start })).toBeTruthy()
    expect(container.querySelector('input, select, textarea')).toBeNull()
    for (const promise of ['unnamed', 'shown', 'hidden', 'device', 'free'] as const)
      expect(screen.getByText(words.promise[promise])).toBeTruthy()
  })

  it.each([
    ['used', sampleSlip({ used: true })],
    ['voided', sampleSlip({ voided: true })],
    ['expired', sampleSlip({ expiresAt: new Date(0) })],
    ['unknown', null],
  ] as const)('says that a slip is %s, what to do, and its number', async (problem, slip) => {
    await show(slip)
    expect(document.activeElement).toBe(heading(words.problem[problem].title))
    expect(screen.getByText(words.problem[problem].act)).toBeTruthy()
    expect(screen.getByText(formatSlip(TOKEN))).toBeTruthy()
    expect(screen.queryByRole('button', { name: words.start })).toBeNull()
  })

  it('knows who joined with this very slip on this device', async () => {
    slipDraft.save({ token: TOKEN })
    await show(sampleSlip({ used: true }), joined(sampleParticipant({ verification: 'invite', invite: TOKEN })))
    expect(heading(words.again.title)).toBeTruthy()
    expect(screen.getByText(fill(words.done.name, { name: nickname('mina')[lang] }))).toBeTruthy()
    expect(slipDraft.load()).toBeNull()
  })

  it('offers to go on as somebody else who is here, or to let them go', async () => {
    await show(sampleSlip(), joined())
    const name = nickname('mina')[lang]
    expect(screen.getByText(fill(join.occupied.back, { name }))).toBeTruthy()
    expect(screen.getByRole('link', { name: fill(join.occupied.goOn, { name }) })).toBeTruthy()
    expect(screen.getByRole('button', { name: join.occupied.slip.signOut })).toBeTruthy()
    expect(screen.queryByRole('button', { name: words.start })).toBeNull()
  })

  it('warns where who is here lives on this device alone', async () => {
    const me = joined(sampleParticipant({ verification: 'invite', invite: 'another' }))
    const { user } = await show(sampleSlip(), { ...me, user: { uid: 'mina', email: '' } })
    expect(screen.getByText(fill(join.occupied.forGood, { name: nickname('mina')[lang] }))).toBeTruthy()
    // Whoever comes next sees nothing of what they were doing, and keeps their own slip.
    outbox.put('mina', stanceDeed('agree'))
    commentDraft('t3').save({ id: 't3-x', text: '쓰던 글', subtaskId: null, returned: null })
    slipDraft.save({ token: TOKEN })
    await user.click(screen.getByRole('button', { name: join.occupied.slip.signOut }))
    await waitFor(() => expect(outbox.look()).toEqual([]))
    expect(commentDraft('t3').load()).toBeNull()
    expect(slipDraft.load()).toEqual({ token: TOKEN })
  })

  it('cannot tell without a connection whether it is theirs who came with a slip, and lets nobody go for it', async () => {
    const me = joined(sampleParticipant({ verification: 'invite' }))
    const { user, client } = await show(sampleSlip(), { ...me, asKept: true })
    const name = nickname('mina')[lang]
    expect(heading(words.unchecked.title)).toBeTruthy()
    expect(screen.getByText(fill(words.unchecked.text, { name }))).toBeTruthy()
    expect(screen.getByRole('link', { name: fill(join.occupied.goOn, { name }) })).toBeTruthy()
    expect(screen.queryByRole('button', { name: join.occupied.slip.signOut })).toBeNull()
    client.setQueryData(meQuery.queryKey, me)
    await user.click(screen.getByRole('button', { name: common.retry }))
    expect(client.getQueryState(meQuery.queryKey)?.isInvalidated).toBe(true)
  })

  it('knows without a connection that it is not theirs who came without a slip', async () => {
    await show(sampleSlip(), { ...joined(), asKept: true })
    expect(screen.getByRole('button', { name: join.occupied.slip.signOut })).toBeTruthy()
  })

  it('sends no teacher to a teacher', async () => {
    const { unmount } = await show(sampleSlip({ role: 'teacher' }))
    expect(screen.getByRole('link', { name: words.promise.more_adult })).toBeTruthy()
    unmount()
    await show(sampleSlip({ role: 'staff', used: true }))
    expect(screen.getByText(words.problem.used.act_adult)).toBeTruthy()
  })

  it('does not let staff or an account with an address claim it unawares', async () => {
    const rights = { canReview: true, canEdit: true, canInvite: true, canManage: true }
    const user = { uid: 'kim', email: 'kim@sen.go.kr' }
    await show(sampleSlip(), {
      user,
      participant: null,
      leftAt: null,
      staff: { name: 'Kim', office: 'SMOE', ...rights },
    })
    expect(screen.getByText(fill(join.occupied.slip.text, { name: account.staffMember }))).toBeTruthy()
  })
})

describe.each(LANGUAGES)('starting with a slip, in %s', (lang) => {
  const { join, errors } = WORDS[lang]
  const words = join.slip
  const show = async (claim: Parameters<typeof SlipWelcome>[0]['claim'], isKept = true, slip = sampleSlip()) => {
    const onStart = vi.fn()
    const app = await renderInApp(
      <SlipWelcome slip={slip} isKept={isKept} claim={claim} onStart={onStart} onOther={vi.fn()} />,
      { lang },
    )
    return { ...app, onStart }
  }

  it('is one tap', async () => {
    const { user, onStart } = await show(READY)
    await user.click(screen.getByRole('button', { name: words.start }))
    expect(onStart).toHaveBeenCalledTimes(1)
  })

  it.each([
    ['busy', new SignInError('busy')],
    ['offline', new DataError('offline')],
  ] as const)('waits kindly while it passes by itself: %s', async (kind, failureReason) => {
    await show({ ...TRYING, failureReason })
    expect(screen.getByRole('status').textContent).toBe(words[kind].title + words[kind].text)
    expect(screen.getByRole('button', { name: words.starting }).getAttribute('aria-disabled')).toBe('true')
  })

  it.each([
    ['a sign-in that did not happen', new SignInError('school-account'), words.failed.text],
    ['a refusal without a reason', new DataError('refused'), words.failed.text],
    ['a limit of the day', new DataError('quota'), errors.quota],
  ])('says why not, and that the slip is still good: %s', async (_, error, text) => {
    await show({ ...READY, error })
    expect(screen.getByRole('alert').textContent).toBe(words.failed.title + text)
    expect(screen.getByRole('button', { name: words.start })).toBeTruthy()
  })

  it('waits with teachers in their own words', async () => {
    const slip = sampleSlip({ role: 'teacher' })
    const { unmount } = await show({ ...TRYING, failureReason: new SignInError('busy') }, true, slip)
    expect(screen.getByRole('status').textContent).toBe(words.busy.title_adult + words.busy.text)
    unmount()
    await show({ ...READY, error: new SignInError('cancelled') }, true, slip)
    expect(screen.getByRole('alert').textContent).toBe(words.failed.title + words.failed.text_adult)
  })

  it('is not possible where nothing is kept: the slip would be used up for one visit', async () => {
    await show(READY, false)
    expect(screen.queryByRole('button', { name: words.start })).toBeNull()
    expect(screen.getByText(words.forgetful.text)).toBeTruthy()
  })
})
