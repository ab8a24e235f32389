import { screen, within } from '@testing-library/react'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { Leave } from '#features/account/leave.tsx'
import { hrefOf } from '../../../helpers/described.ts'
import { letDialogsOpen } from '../../../helpers/dialogs.ts'
import { renderInApp } from '../../../helpers/render-in-app.tsx'
import { sampleParticipant } from '../../../helpers/samples.ts'
import { fill, LANGUAGES, WORDS } from '../../../helpers/words.ts'

// A site is built with an address to write to, or without one.
const site = vi.hoisted(() => ({ contactEmail: null as string | null }))
vi.mock('#data/config.ts', async (original) => ({
  ...(await original<object>()),
  get contactEmail() {
    return site.contactEmail
  },
}))

beforeEach(() => {
  site.contactEmail = null
  letDialogsOpen()
})

describe.each(LANGUAGES)('what leaving means, in %s', (lang) => {
  const words = WORDS[lang].me.leave
  const always = [words.staysCounted, words.staysComments, words.staysReports]
  const account = fill(words.staysAccount, { email: 'mina@example.com' })

  async function open(email: string) {
    const { user } = await renderInApp(<Leave participant={sampleParticipant()} email={email} />, { lang, path: '/me' })
    await user.click(screen.getByRole('button', { name: words.open }))
    const dialog = within(screen.getByRole('dialog', { name: words.dialog }))
    return { dialog, points: dialog.getAllByRole('listitem').map((item) => item.textContent) }
  }

  it('is said before: what goes, what stays, that it is for good', async () => {
    const { dialog, points } = await open('mina@example.com')
    for (const text of [words.gone, words.forGood]) expect(dialog.getByText(text)).toBeTruthy()
    expect(points).toEqual([...always, words.staysIdentity, `${account} ${words.askNobodyYet}`])
  })

  it('leaves the account to sign in with; whom to ask to have that deleted is said', async () => {
    site.contactEmail = 'ask@example.com'
    const { dialog, points } = await open('mina@example.com')
    expect(points.at(-1)).toBe(`${account} ${words.ask} ask@example.com`)
    expect(hrefOf(dialog.getByRole('link', { name: 'ask@example.com' }))).toBe('mailto:ask@example.com')
  })

  it('has nothing to do with an address for somebody with a slip, who has none', async () => {
    site.contactEmail = 'ask@example.com'
    const { dialog, points } = await open('')
    expect(points).toEqual([...always, words.staysSlip])
    expect(dialog.queryByRole('link')).toBeNull()
  })
})
