import { screen } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { stanceDraft } from '#data/drafts.ts'
import type { Stance } from '#domain/stance.ts'
import { stanceQuery } from '#features/stance/queries.ts'
import { StancePanel } from '#features/stance/stance-panel.tsx'
import { hrefOf } from '../../../helpers/described.ts'
import { renderInApp, testClient } from '../../../helpers/render-in-app.tsx'
import { joined, NOBODY, sampleTask } from '../../../helpers/samples.ts'
import { fill, LANGUAGES, WORDS } from '../../../helpers/words.ts'

const task = sampleTask()
const JOIN = '/ko/join?next=%2Fko%2Ftasks%2F3%23stance'
const radio = (name: string) => screen.getByRole<HTMLInputElement>('radio', { name })

describe.each(LANGUAGES)('my stance before I have joined, in %s', (lang) => {
  const words = WORDS[lang].stance
  const show = () => renderInApp(<StancePanel task={task} me={NOBODY} joinLink={JOIN} />, { lang })

  it('can be chosen, is kept on this device, and leads to joining', async () => {
    const { user } = await show()
    expect(screen.queryByRole('link')).toBeNull()
    expect(screen.getByRole('status').textContent).toBe(words.beforeJoining)
    await user.click(screen.getByText(words.agree))
    expect(radio(words.agree).checked).toBe(true)
    expect(stanceDraft('t3').load()).toBe('agree')
    expect(screen.getByRole('status').textContent).toBe(words.joinFirst)
    expect(hrefOf(screen.getByRole('link', { name: words.join }))).toBe(JOIN)
  })

  it('is remembered, and can be changed', async () => {
    stanceDraft('t3').save('unsure')
    const { user } = await show()
    expect(radio(words.unsure).checked).toBe(true)
    expect(screen.getByRole('link', { name: words.join })).toBeTruthy()
    await user.click(screen.getByText(words.disagree))
    expect(stanceDraft('t3').load()).toBe('disagree')
  })

  it('of one task says nothing about another', async () => {
    stanceDraft('t4').save('agree')
    await show()
    expect(radio(words.agree).checked).toBe(false)
  })

  it('is not asked for when the task is closed', async () => {
    const closed = sampleTask({ status: 'closed' })
    await renderInApp(<StancePanel task={closed} me={NOBODY} joinLink={JOIN} />, { lang })
    expect(screen.getByText(words.closed)).toBeTruthy()
    expect(screen.queryByRole('radio')).toBeNull()
  })
})

describe.each(LANGUAGES)('my stance once I have joined, in %s', (lang) => {
  const words = WORDS[lang].stance
  const show = (stored: Stance | null, status: 'open' | 'closed' = 'open') => {
    const client = testClient()
    client.setQueryData(stanceQuery('mina', 't3', 2).queryKey, stored)
    return renderInApp(<StancePanel task={sampleTask({ status })} me={joined()} joinLink={JOIN} />, { lang, client })
  }

  it('is what is stored', async () => {
    await show('disagree')
    expect(radio(words.disagree).checked).toBe(true)
    expect(radio(words.disagree).disabled).toBe(false)
    expect(screen.getByRole('status').textContent).toBe(words.changeable)
    expect(screen.queryByRole('button')).toBeNull()
  })

  it('shows what I chose before joining as not saved yet, with a way to save it', async () => {
    stanceDraft('t3').save('agree')
    await show(null)
    expect(radio(words.agree).checked).toBe(false)
    expect(screen.getByText(words.kept)).toBeTruthy()
    expect(screen.getByRole('button', { name: fill(words.send, { stance: words.agree }) })).toBeTruthy()
  })

  it('does not ask again for what is stored already', async () => {
    stanceDraft('t3').save('agree')
    await show('agree')
    expect(screen.queryByText(words.kept)).toBeNull()
  })

  it('stays visible but cannot be changed when the task is closed', async () => {
    stanceDraft('t3').save('agree')
    await show('unsure', 'closed')
    expect(radio(words.unsure).checked).toBe(true)
    expect(screen.getAllByRole('radio').every((one) => one.matches(':disabled'))).toBe(true)
    expect(screen.getByRole('status').textContent).toBe(words.closed)
    expect(screen.queryByRole('button')).toBeNull()
  })
})
