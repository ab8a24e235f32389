import { screen } from '@testing-library/react'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { newSlipJob, slipJob } from '#data/slip-job.ts'
import { MakeSlips } from '#features/slips/make-slips.tsx'
import { renderInApp } from '../../../helpers/render-in-app.tsx'
import { LANGUAGES, WORDS } from '../../../helpers/words.ts'

// The other side of the network; the browser tests have the real one.
const far = vi.hoisted(() => ({ readIssued: vi.fn(async () => []), issueSome: vi.fn(async () => {}) }))
vi.mock('#data/slip-batches.ts', () => far)

const terms = { role: 'student', school: '한빛초등학교', district: null, level: null, expiresAt: new Date() } as const

beforeEach(() => {
  far.issueSome.mockClear()
  // As where the browser lets this site keep nothing.
  const deny = async () => {
    throw new DOMException('denied', 'SecurityError')
  }
  const locks = { request: deny, query: deny }
  vi.stubGlobal('navigator', Object.assign(Object.create(navigator), { locks }))
  slipJob.save(newSlipJob('inviter', terms, '1반', 10))
})
afterEach(() => {
  vi.unstubAllGlobals()
  slipJob.clear()
})

describe.each(LANGUAGES)('slips that were cut off, where the browser denies locks, in %s', (lang) => {
  const { slips: words } = WORDS[lang]
  const show = () => renderInApp(<MakeSlips uid="inviter" />, { lang })
  const button = (name: string) => screen.findByRole('button', { name })

  it('are gone on with', async () => {
    const { user } = await show()
    await user.click(await button(words.making.goOn))
    expect(await screen.findByText(words.made.title)).toBeTruthy()
    expect(far.issueSome).toHaveBeenCalledTimes(2)
    expect(slipJob.load('inviter')).toBeNull()
  })

  it('are given up', async () => {
    const { user } = await show()
    await user.click(await button(words.making.giveUp))
    expect(await button(words.make.send)).toBeTruthy()
    expect(slipJob.load('inviter')).toBeNull()
  })
})
