import { act, screen } from '@testing-library/react'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { newSlipJob, slipJob } from '#data/slip-job.ts'
import { MakeSlips } from '#features/slips/make-slips.tsx'
import { batchesQuery } from '#features/slips/queries.ts'
import { renderInApp, testClient } from '../../../helpers/render-in-app.tsx'
import { fill, LANGUAGES, WORDS } from '../../../helpers/words.ts'

const terms = { role: 'student', school: '한빛초등학교', district: null, level: null, expiresAt: new Date() } as const

/** Another tab makes slips until it is told to end. jsdom has no locks; the browser tests have real ones. */
function anotherTabMakes(): () => void {
  let held = [{ name: 'madang:slips' }]
  let end = () => {}
  const ended = new Promise<void>((resolve) => (end = resolve))
  const request = async (_: string, how: LockOptions, run: (lock: object | null) => unknown) => {
    if (how.ifAvailable) return run(held.length > 0 ? null : {})
    await ended
    return run({})
  }
  const locks = { query: async () => ({ held }), request }
  vi.stubGlobal('navigator', Object.assign(Object.create(navigator), { locks }))
  return () => {
    held = []
    end()
  }
}

const inAnotherTab = () => dispatchEvent(new StorageEvent('storage', { key: 'madang:slip-job', newValue: 'x' }))

afterEach(() => {
  vi.unstubAllGlobals()
  slipJob.clear()
})

describe.each(LANGUAGES)('slips that another tab makes, in %s', (lang) => {
  const { slips: words } = WORDS[lang]
  const show = () => renderInApp(<MakeSlips uid="inviter" />, { lang })
  const form = () => screen.queryByRole('button', { name: words.make.send })
  const cutOff = fill(words.making.cutOff, { school: terms.school, all: 30 })

  it('are said to be made, not to be cut off, until they are there', async () => {
    slipJob.save(newSlipJob('inviter', terms, '1반', 30))
    const end = anotherTabMakes()
    await show()
    expect(screen.getByText(words.elsewhere.making)).toBeTruthy()
    expect(screen.getByText(words.elsewhere.text)).toBeTruthy()
    expect(screen.getByRole('alert').textContent).toBe('')
    expect(form()).toBeNull()
    slipJob.clear()
    await act(async () => end())
    expect(screen.getByText(words.elsewhere.made)).toBeTruthy()
    expect(screen.queryByText(words.elsewhere.making)).toBeNull()
    expect(form()).toBeTruthy()
  })

  it('are offered here where they were cut off there', async () => {
    slipJob.save(newSlipJob('inviter', terms, '1반', 30))
    const end = anotherTabMakes()
    await show()
    await act(async () => end())
    expect(screen.getByRole('alert').textContent).toContain(cutOff)
    expect(screen.queryByText(words.elsewhere.made)).toBeNull()
  })

  it.each([
    ['no tab makes any', () => {}],
    ['the one that ended it has not let go yet', () => void anotherTabMakes()],
  ])('are said to be finished or given up where they were offered here and are gone, and %s', async (_, meanwhile) => {
    slipJob.save(newSlipJob('inviter', terms, '1반', 30))
    const client = testClient()
    const { queryKey } = batchesQuery('inviter')
    client.setQueryData(queryKey, { pages: [{ batches: [], next: null }], pageParams: [null] })
    await renderInApp(<MakeSlips uid="inviter" />, { lang, client })
    expect(screen.getByRole('alert').textContent).toContain(cutOff)
    expect(client.getQueryState(queryKey)?.isInvalidated).toBe(false)
    meanwhile()
    slipJob.clear()
    await act(async () => void inAnotherTab())
    expect(screen.getByText(words.elsewhere.gone)).toBeTruthy()
    expect(screen.getByRole('alert').textContent).toBe('')
    expect(screen.queryByText(words.made.title)).toBeNull()
    expect(form()).toBeTruthy()
    expect(client.getQueryState(queryKey)?.isInvalidated).toBe(true)
  })

  it('are said to be there, not to be gone, where that they were made was seen here', async () => {
    slipJob.save(newSlipJob('inviter', terms, '1반', 30))
    await show()
    const end = anotherTabMakes()
    await act(async () => void inAnotherTab())
    slipJob.clear()
    await act(async () => void inAnotherTab())
    await act(async () => end())
    expect(screen.getByText(words.elsewhere.made)).toBeTruthy()
    expect(screen.queryByText(words.elsewhere.gone)).toBeNull()
  })

  it('take the place of the form when they are begun, which comes back as it was when they are there', async () => {
    const { user } = await show()
    await user.type(screen.getByLabelText(words.make.school), '새솔')
    const end = anotherTabMakes()
    slipJob.save(newSlipJob('inviter', terms, '1반', 30))
    await act(async () => void inAnotherTab())
    expect(screen.getByText(words.elsewhere.making)).toBeTruthy()
    expect(form()).toBeNull()
    slipJob.clear()
    await act(async () => end())
    expect(screen.getByLabelText<HTMLInputElement>(words.make.school).value).toBe('새솔')
  })

  it('are neither given up nor gone on with here, where that was begun there a moment ago', async () => {
    slipJob.save(newSlipJob('inviter', terms, '1반', 30))
    const { user } = await show()
    anotherTabMakes()
    await user.click(screen.getByRole('button', { name: words.making.giveUp }))
    expect(slipJob.load('inviter')).not.toBeNull()
    expect(screen.getByText(words.elsewhere.making)).toBeTruthy()
    expect(screen.queryByRole('button', { name: words.making.goOn })).toBeNull()
  })

  it('keep what is begun here from being made, and its words from being lost', async () => {
    const { user } = await show()
    await user.type(screen.getByLabelText(words.make.school), '새솔')
    await user.type(screen.getByLabelText(words.make.purpose), '2반')
    const end = anotherTabMakes()
    await user.click(screen.getByRole('button', { name: words.make.send }))
    expect(await screen.findByText(words.elsewhere.making)).toBeTruthy()
    expect(slipJob.load('inviter')).toBeNull()
    await act(async () => end())
    expect(screen.getByLabelText<HTMLInputElement>(words.make.purpose).value).toBe('2반')
    expect(slipJob.load('inviter')).toBeNull()
  })
})
