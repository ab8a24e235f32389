import { screen } from '@testing-library/react'
import { describe, expect, it, vi } from 'vitest'
import { ReviewDoor } from '../../../src/app/pages/review-door.tsx'
import { renderInApp } from '../../helpers/render-in-app.tsx'
import { LANGUAGES, WORDS } from '../../helpers/words.ts'

describe.each(LANGUAGES)('the door of the workspace, in %s', (lang) => {
  const { outside, code } = WORDS[lang].review
  const show = (email: string | null, left: 'ended' | 'expired' | null = null) => {
    const onLookAgain = vi.fn()
    const user = email === null ? null : { uid: 'AbCdEf0123456789AbCdEf012345', email }
    const door = <ReviewDoor user={user} left={left} onLookAgain={onLookAgain} />
    return renderInApp(door, { lang, path: '/review' }).then((shown) => ({ ...shown, onLookAgain }))
  }

  it('shows somebody with an account their access code, and looks again when they ask', async () => {
    const { user, onLookAgain } = await show('kim@sen.go.kr')
    expect(screen.getByText('AbCdEf0123456789AbCdEf012345')).toBeTruthy()
    expect(screen.queryByRole('link', { name: outside.signIn })).toBeNull()
    await user.click(screen.getByRole('button', { name: code.again }))
    expect(onLookAgain).toHaveBeenCalledOnce()
  })

  it('shows none to a child who came with a slip, or to somebody who is not signed in', async () => {
    await show('')
    expect(screen.queryByRole('heading', { name: code.title })).toBeNull()
  })

  it('leads those who are not signed in to where they can, and back here', async () => {
    await show(null)
    const link = screen.getByRole('link', { name: outside.signIn })
    expect(link.getAttribute('href')).toBe(`/${lang}/join?next=${encodeURIComponent(`/${lang}/review`)}&again`)
    expect(screen.queryByRole('heading', { name: code.title })).toBeNull()
  })

  it('tells somebody whose right has ended, in a place that takes the focus', async () => {
    await show('kim@sen.go.kr', 'ended')
    expect(document.activeElement?.textContent).toBe(outside.endedTitle)
    expect(screen.getByText(outside.ended)).toBeTruthy()
  })

  it('tells somebody whose sign-in has ended so, with the way back in', async () => {
    await show(null, 'expired')
    expect(document.activeElement?.textContent).toBe(outside.endedTitle)
    expect(screen.getByText(`${outside.expired} ${outside.kept}`)).toBeTruthy()
    expect(screen.getByRole('link', { name: outside.signIn })).toBeTruthy()
  })
})
