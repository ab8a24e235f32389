import { QueryClient, QueryObserver } from '@tanstack/react-query'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { DataError } from '#data/errors.ts'
import { keepParticipant } from '#data/kept-participant.ts'
import { meQuery, refreshMe } from '#data/me.ts'
import { readMembership } from '#data/participants.ts'
import { readStaff } from '#data/staff.ts'
import { fakeStorage } from '../../helpers/fake-storage.ts'
import { sampleParticipant } from '../../helpers/samples.ts'

const { currentUser } = vi.hoisted(() => ({ currentUser: vi.fn() }))
vi.mock('#data/session.ts', () => ({
  currentUser,
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
  currentUser.mockResolvedValue({ uid: 'mina', email: '' })
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

describe('what is told to an author or a reviewer and not to others', () => {
  const KEYS = [
    ['comment', 't3', 't3-x'],
    ['hidden', 't3-x', 1],
    ['former-texts', 't3', 't3-x', 1],
    ['comments', 't3', {}],
  ]
  /** What is still here of that, and of a list, after somebody was looked up once more. */
  async function leftOnce(next: { uid: string; email: string } | null) {
    vi.mocked(readMembership).mockResolvedValue({ participant: mina, leftAt: null })
    vi.mocked(readStaff).mockResolvedValue(null)
    const client = new QueryClient()
    for (const key of KEYS) client.setQueryData(key, key[0])
    const stop = new QueryObserver(client, meQuery).subscribe(() => {})
    await vi.waitFor(() => expect(client.getQueryData(meQuery.queryKey)?.user?.uid).toBe('mina'))
    const left = () => KEYS.map((key) => client.getQueryData(key)).filter((data) => data !== undefined)
    expect(left()).toHaveLength(KEYS.length)
    currentUser.mockResolvedValue(next)
    await refreshMe(client)
    stop()
    return left()
  }

  it('goes when they have signed out, or somebody else is here', async () => {
    expect(await leftOnce(null)).toEqual(['comments'])
    currentUser.mockResolvedValue({ uid: 'mina', email: '' })
    expect(await leftOnce({ uid: 'jun', email: '' })).toEqual(['comments'])
  })

  it('stays as long as they are here', async () => {
    expect(await leftOnce({ uid: 'mina', email: '' })).toHaveLength(KEYS.length)
  })
})
