import { screen, waitFor, within } from '@testing-library/react'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { newSlipJob, slipJob } from '#data/slip-job.ts'
import { SignOut } from '#features/account/sign-out.tsx'
import { letDialogsOpen } from '../../../helpers/dialogs.ts'
import { renderInApp } from '../../../helpers/render-in-app.tsx'
import { LANGUAGES, WORDS } from '../../../helpers/words.ts'

// Signing out itself; the browser tests have the real one.
const signOutHere = vi.hoisted(() => vi.fn())
vi.mock('#data/session.ts', async (original) => ({ ...(await original<object>()), signOutHere }))

const terms = { role: 'student', school: '한빛초등학교', district: null, level: null, expiresAt: new Date() } as const

beforeEach(() => {
  signOutHere.mockReset()
  slipJob.save(newSlipJob('inviter', terms, '1반', 30))
  letDialogsOpen()
})

describe.each(LANGUAGES)('whoever signs out and has slips that were not all made, in %s', (lang) => {
  const words = WORDS[lang].menu.signOut
  const asked = async (uid = 'inviter') => {
    const { user } = await renderInApp(<SignOut user={{ uid, email: `${uid}@sen.go.kr` }} />, { lang })
    await user.click(screen.getByRole('button', { name: WORDS[lang].account.signOut }))
    return { user, dialog: within(screen.getByRole('dialog', { hidden: true })) }
  }

  it('is told what is kept, and finds it here again', async () => {
    const { user, dialog } = await asked()
    expect(dialog.getByText(words.slips)).toBeTruthy()
    expect(dialog.queryByText(words.drafts)).toBeNull()
    await user.click(dialog.getByRole('button', { name: words.act }))
    await waitFor(() => expect(signOutHere).toHaveBeenCalledOnce())
    expect(slipJob.load('inviter')).not.toBeNull()
  })

  it('can leave none of their numbers on a computer that others use', async () => {
    const { user, dialog } = await asked()
    await user.click(dialog.getByRole('checkbox', { name: words.clear_slips }))
    await user.click(dialog.getByRole('button', { name: words.act }))
    await waitFor(() => expect(localStorage.getItem('madang:slip-job')).toBeNull())
  })

  it('is not asked about those of others', async () => {
    await asked('kim')
    await waitFor(() => expect(signOutHere).toHaveBeenCalledOnce())
    expect(slipJob.load('inviter')).not.toBeNull()
  })
})
