import { useQuery } from '@tanstack/react-query'
import { act, screen, waitFor } from '@testing-library/react'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { DataError } from '#data/errors.ts'
import { keepParticipant } from '#data/kept-participant.ts'
import { meQuery } from '#data/me.ts'
import { readMembership } from '#data/participants.ts'
import { currentUser } from '#data/session.ts'
import { SlipJoin } from '#features/join/slip-join.tsx'
import { slipQuery } from '#features/join/slip-queries.ts'
import { renderInApp, testClient } from '../../../helpers/render-in-app.tsx'
import { sampleParticipant, sampleSlip } from '../../../helpers/samples.ts'
import { WORDS } from '../../../helpers/words.ts'

// What is tried here is what becomes of a look without a connection, and of one with it.
vi.mock('#data/session.ts', async (original) => ({ ...(await original<object>()), currentUser: vi.fn() }))
vi.mock('#data/participants.ts', () => ({ readMembership: vi.fn() }))
vi.mock('#data/staff.ts', () => ({ readStaff: async () => null }))
vi.mock('#data/painted.ts', () => ({ painted: async () => {} }))

const TOKEN = sampleSlip().token
const { join, common } = WORDS.ko
const mine = sampleParticipant({ verification: 'invite', invite: TOKEN })

beforeEach(() => {
  keepParticipant(mine)
  vi.mocked(currentUser).mockResolvedValue({ uid: 'mina', email: '' })
})
afterEach(() => localStorage.clear())

function Page() {
  const { data: me } = useQuery(meQuery)
  return me && <SlipJoin token={TOKEN} me={me} isKept forget={vi.fn()} />
}

async function show() {
  vi.mocked(readMembership).mockRejectedValue(new DataError('offline'))
  const client = testClient()
  client.setQueryData(slipQuery(TOKEN).queryKey, sampleSlip())
  const { user } = await renderInApp(<Page />, { client, path: '/join' })
  const button = await screen.findByRole('button', { name: common.retry })
  let answer: (outcome: ReturnType<typeof readMembership>) => void = () => {}
  const look = async () => {
    vi.mocked(readMembership).mockImplementation(() => new Promise((resolve) => (answer = resolve)))
    await user.click(button)
    await waitFor(() => expect(button.textContent).toBe(common.loading))
  }
  return { button, look, answer: (outcome: ReturnType<typeof readMembership>) => act(async () => answer(outcome)) }
}

it('says each time anew that there is still no connection, where the focus stays', async () => {
  const { button, look, answer } = await show()
  const said = () => screen.getByRole('alert').textContent
  expect(said()).toBe('')
  for (let time = 0; time < 2; time++) {
    await look()
    expect(said()).toBe('')
    await answer(Promise.reject(new DataError('offline')))
    await waitFor(() => expect(said()).toBe(common.cannotRead.offline))
    expect(document.activeElement).toBe(button)
  }
})

it.each([
  ['theirs', mine, join.slip.again.title],
  ['somebody else’s', { ...mine, invite: 'another' }, join.occupied.slip.title],
  ['for them to start with', null, join.slip.title],
])('reads out what comes once it is known that the slip is %s', async (_, participant, title) => {
  const { look, answer } = await show()
  await look()
  await answer(Promise.resolve({ participant, leftAt: null }))
  const heading = await screen.findByRole('heading', { name: title })
  expect(document.activeElement).toBe(heading)
})
