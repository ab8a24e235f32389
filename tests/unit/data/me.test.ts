import { QueryClient } from '@tanstack/react-query'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { DataError } from '#data/errors.ts'
import { keepParticipant } from '#data/kept-participant.ts'
import { meQuery } from '#data/me.ts'
import { readMembership } from '#data/participants.ts'
import { readStaff } from '#data/staff.ts'
import { fakeStorage } from '../../helpers/fake-storage.ts'
import { sampleParticipant } from '../../helpers/samples.ts'

vi.mock('#data/session.ts', () => ({
  currentUser: async () => ({ uid: 'mina', email: '' }),
  signOutHere: async () => {},
}))
vi.mock('#data/participants.ts', () => ({ readMembership: vi.fn() }))
vi.mock('#data/staff.ts', () => ({ readStaff: vi.fn() }))
vi.mock('#data/painted.ts', () => ({ painted: async () => {} }))

const mina = sampleParticipant({ uid: 'mina', invite: 'A-SLIP', lastComment: { id: 't1-x', at: new Date(0) } })
const read = async () => {
  const client = new QueryClient({ defaultOptions: { queries: { retry: false } } })
  return { me: await client.fetchQuery(meQuery) }
}
const fails = (kind: 'offline' | 'refused') => {
  vi.mocked(readMembership).mockRejectedValue(new DataError(kind))
  vi.mocked(readStaff).mockRejectedValue(new DataError(kind))
}

beforeEach(() => {
  vi.stubGlobal('localStorage', fakeStorage())
})
afterEach(() => {
  vi.unstubAllGlobals()
})

it('without a connection, is the participant whom the device has kept, without slip and times', async () => {
  keepParticipant(mina)
  expect(localStorage.getItem('madang:participant')).not.toContain('A-SLIP')
  fails('offline')
  const { me } = await read()
  expect(me).toEqual({
    user: { uid: 'mina', email: '' },
    participant: { ...mina, invite: null, lastComment: null },
    leftAt: null,
    staff: null,
    asKept: true,
  })
})

it('is nobody’s but the one who is signed in', async () => {
  keepParticipant({ ...mina, uid: 'jun' })
  fails('offline')
  await expect(read()).rejects.toMatchObject({ kind: 'offline' })
})

it('is not taken from the device where the database has answered', async () => {
  keepParticipant(mina)
  fails('refused')
  await expect(read()).rejects.toMatchObject({ kind: 'refused' })
})

it('is forgotten where there is no such participant any more, or something else is kept', async () => {
  keepParticipant(mina)
  keepParticipant(null)
  fails('offline')
  await expect(read()).rejects.toMatchObject({ kind: 'offline' })
  localStorage.setItem('madang:participant', '{"uid":"mina"')
  await expect(read()).rejects.toMatchObject({ kind: 'offline' })
})

it('is read again once it can be, if it is only what was kept', () => {
  const staleTime = meQuery.staleTime as unknown as (query: object) => number
  expect(staleTime({ state: { data: { asKept: true } } })).toBe(0)
  expect(staleTime({ state: { data: {} } })).toBe(Number.POSITIVE_INFINITY)
})
