import { screen } from '@testing-library/react'
import { describe, expect, it, vi } from 'vitest'
import { JoinFlow } from '#features/join/join-flow.tsx'
import { SignIn } from '#features/join/sign-in.tsx'
import { SlipDone } from '#features/join/slip-done.tsx'
import { SlipWelcome } from '#features/join/slip-welcome.tsx'
import { hrefOf } from '../../../helpers/described.ts'
import { renderInApp } from '../../../helpers/render-in-app.tsx'
import { NOBODY, sampleParticipant, sampleSlip } from '../../../helpers/samples.ts'
import { fill, LANGUAGES, WORDS } from '../../../helpers/words.ts'

vi.mock('#data/sign-in.ts', async (original) => ({ ...(await original<object>()), prepareSignIn: async () => {} }))

const ANDROID =
  'Mozilla/5.0 (Linux; Android 14; SM-S921N; wv) AppleWebKit/537.36 Chrome/126.0.6478.122 Mobile Safari/537.36'
const KAKAOTALK = `${ANDROID} KAKAOTALK/10.8.5 (INAPP)`
const NAVER = `${ANDROID} NAVER(inapp; search; 2000; 12.9.1)`

const inside = (userAgent: string) => vi.spyOn(navigator, 'userAgent', 'get').mockReturnValue(userAgent)
const READY = { isPending: false, failureReason: null, error: null }

describe.each(LANGUAGES)('a slip opened inside an app, in %s', (lang) => {
  const { inApp, slip: words } = WORDS[lang].join
  const slip = sampleSlip()
  const address = `${location.origin}/${lang}/join?slip=${slip.token}`
  const show = async (isKept = true) => {
    const onStart = vi.fn()
    const page = <SlipWelcome slip={slip} isKept={isKept} claim={READY} onStart={onStart} onOther={vi.fn()} />
    return { ...(await renderInApp(page, { lang })), onStart }
  }
  const start = () => screen.queryByRole('button', { name: words.start })

  it('is not used up by a tap: the person is led into a browser, with the slip', async () => {
    inside(NAVER)
    const { user } = await show()
    expect(screen.getByText(fill(inApp.title, { app: inApp.app.naver }))).toBeTruthy()
    expect(screen.getByText(fill(inApp.slip, { app: inApp.app.naver }))).toBeTruthy()
    expect(start()).toBeNull()
    await user.click(screen.getByRole('button', { name: inApp.copy }))
    expect(await screen.findByText(inApp.copied)).toBeTruthy()
    expect(await navigator.clipboard.readText()).toBe(address)
    expect(screen.queryByRole('link', { name: inApp.open })).toBeNull()
  })

  it('has the address to be copied by hand where the app lets no page do it', async () => {
    inside(NAVER)
    const { user } = await show()
    vi.spyOn(navigator.clipboard, 'writeText').mockRejectedValue(new Error())
    await user.click(screen.getByRole('button', { name: inApp.copy }))
    expect(await screen.findByText(fill(inApp.notCopied, { address }))).toBeTruthy()
  })

  it('opens outside by one tap where that is KakaoTalk', async () => {
    inside(KAKAOTALK)
    await show()
    const way = `kakaotalk://web/openExternal?url=${encodeURIComponent(address)}`
    expect(hrefOf(screen.getByRole('link', { name: inApp.open }))).toBe(way)
  })

  it('can be used there all the same, by two taps', async () => {
    inside(KAKAOTALK)
    const { user, onStart } = await show()
    await user.click(screen.getByRole('button', { name: inApp.stay }))
    expect(onStart).not.toHaveBeenCalled()
    expect(document.activeElement).toBe(start())
    expect(screen.queryByText(fill(inApp.slip, { app: inApp.app.kakaotalk }))).toBeNull()
    await user.keyboard('{Enter}')
    expect(onStart).toHaveBeenCalledOnce()
  })

  it('cannot where the app keeps nothing either', async () => {
    inside(KAKAOTALK)
    await show(false)
    expect(screen.getByRole('button', { name: inApp.copy })).toBeTruthy()
    expect(screen.queryByRole('button', { name: inApp.stay })).toBeNull()
    expect(start()).toBeNull()
  })

  it('says where to come back to, once it has been used there', async () => {
    inside(KAKAOTALK)
    await renderInApp(<SlipDone participant={sampleParticipant()} justNow />, { lang })
    expect(screen.getByText(fill(inApp.done, { app: inApp.app.kakaotalk }))).toBeTruthy()
  })
})

describe.each(LANGUAGES)('joining inside an app, in %s', (lang) => {
  const words = WORDS[lang].join
  const told = fill(words.inApp.signIn, { app: words.inApp.app.kakaotalk })
  const flow = <JoinFlow me={NOBODY} next={null} returnTo="http://localhost/" signInOnly={false} />
  const ways = <SignIn returnTo="http://localhost/" schoolOnly={false} />

  it('is told of before the first question, and not at each', async () => {
    inside(KAKAOTALK)
    const { user } = await renderInApp(flow, { lang, path: '/join' })
    expect(screen.getByText(told)).toBeTruthy()
    await user.click(screen.getByText(words.who.parent))
    await user.click(screen.getByRole('button', { name: words.next }))
    expect(screen.queryByText(told)).toBeNull()
  })

  it('offers no window of Google, which would refuse, but a link by e-mail', async () => {
    inside(KAKAOTALK)
    await renderInApp(ways, { lang })
    expect(screen.getByText(told)).toBeTruthy()
    expect(screen.queryByRole('button', { name: words.signIn.google })).toBeNull()
    expect(screen.getByRole('button', { name: words.signIn.send })).toBeTruthy()
  })

  it('is nothing that a browser is told of', async () => {
    inside(`${ANDROID} SamsungBrowser/25.0`)
    const { rerender } = await renderInApp(flow, { lang, path: '/join' })
    expect(screen.queryByRole('button', { name: words.inApp.copy })).toBeNull()
    rerender(ways)
    expect(screen.queryByRole('button', { name: words.inApp.copy })).toBeNull()
    expect(screen.getByRole('button', { name: words.signIn.google })).toBeTruthy()
  })
})
