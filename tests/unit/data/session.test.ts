import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { fakeStorage } from '../../helpers/fake-storage.ts'

// Firebase's sign-in, which only a browser and a server have.
const renew = vi.hoisted(() => vi.fn<() => Promise<boolean>>())
const watchUser = vi.hoisted(() => vi.fn<(changed: (user: { uid: string } | null) => void) => void>())
const here = vi.hoisted(() => ({ user: null as { uid: string; email: string } | null }))
vi.mock('#data/auth.ts', async () => ({
  renew,
  readUser: async () => here.user,
  leave: async () => {},
  watchUser,
  explained: (await import('#data/sign-in-error.ts')).toSignInError,
}))
vi.mock('#data/painted.ts', () => ({ painted: async () => {} }))

let now = 0
beforeEach(() => {
  now = 0
  here.user = null
  renew.mockReset()
  watchUser.mockReset()
  vi.resetModules()
  vi.stubGlobal('localStorage', fakeStorage())
  vi.spyOn(performance, 'now').mockImplementation(() => now)
})
afterEach(() => {
  vi.unstubAllGlobals()
  vi.restoreAllMocks()
})

const renewing = async () => (await import('#data/session.ts')).renewSignIn

it('a token that was refused is renewed once for all that was refused with it, however late that is heard', async () => {
  renew.mockImplementation(async () => {
    now = 300
    return true
  })
  const renewSignIn = await renewing()
  expect(await Promise.all([renewSignIn(now), renewSignIn(now)])).toEqual(['renewed', 'renewed'])
  now = 12_000
  expect(await renewSignIn(200)).toBe('renewed')
  expect(renew).toHaveBeenCalledOnce()
})

it('what is refused with a new token is refused for good; a later refusal may be of an old one again', async () => {
  renew.mockResolvedValue(true)
  const renewSignIn = await renewing()
  await renewSignIn(now)
  now = 10_000
  expect(await renewSignIn(now)).toBe('ended')
  now = 3_600_000
  expect(await renewSignIn(now)).toBe('renewed')
})

it.each([
  ['mina@example.com', 'ended'],
  // Whoever came with a slip could never come back.
  ['', 'held'],
])('what a new token is refused ends the sign-in of “%s”: %s', async (email, outcome) => {
  renew.mockResolvedValue(true)
  here.user = { uid: 'mina', email }
  const renewSignIn = await renewing()
  await renewSignIn(now)
  now = 10_000
  expect(await renewSignIn(now)).toBe(outcome)
})

it('what a token is refused just after signing in is tried with another one', async () => {
  renew.mockResolvedValue(true)
  const { renewSignIn, withAuth } = await import('#data/session.ts')
  await withAuth(async () => {})
  const tellUser = (user: { uid: string } | null) => watchUser.mock.calls[0]?.[0](user)
  tellUser(null)
  tellUser({ uid: 'mina' })
  now = 500
  expect(await renewSignIn(now)).toBe('renewed')
  expect(renew).toHaveBeenCalledOnce()
})

it('a renewal that found no connection says nothing of the next one', async () => {
  renew.mockRejectedValueOnce(Object.assign(new Error(), { code: 'auth/network-request-failed' }))
  renew.mockResolvedValueOnce(true)
  const renewSignIn = await renewing()
  expect(await renewSignIn(now)).toBe('held')
  now = 3000
  expect(await renewSignIn(now)).toBe('renewed')
})

it.each([
  ['holds without a connection', 'auth/network-request-failed', 'held'],
  // An account without an address could never come back.
  ['holds where too many ask at once', 'auth/too-many-requests', 'held'],
  ['holds where the limit of the day is used up', 'auth/quota-exceeded', 'held'],
  ['has ended where no new token is given', 'auth/user-token-expired', 'ended'],
  ['has ended where the account is gone', 'auth/user-not-found', 'ended'],
  ['has ended where the account is blocked', 'auth/user-disabled', 'ended'],
])('a sign-in %s', async (_, code, outcome) => {
  renew.mockRejectedValue(Object.assign(new Error(code), { code }))
  const renewSignIn = await renewing()
  expect(await renewSignIn(now)).toBe(outcome)
})

it('a sign-in of which nobody is left has ended', async () => {
  renew.mockResolvedValue(false)
  expect(await (await renewing())(now)).toBe('ended')
})

it('a draft is of who is signed in, and after that of nobody', async () => {
  renew.mockResolvedValue(true)
  const renewSignIn = await renewing()
  await renewSignIn(now)
  const { commentDraft } = await import('#data/drafts.ts')
  const tellUser = (user: { uid: string } | null) => watchUser.mock.calls[0]?.[0](user)
  const store = commentDraft('t3')
  const begin = (text: string) => store.save({ id: 't3-x', text, subtaskId: null, returned: null })
  begin('of nobody')
  tellUser({ uid: 'mina' })
  expect(store.load()?.text).toBe('of nobody')
  begin('of Mina')
  tellUser(null)
  expect(store.load()).toBeNull()
  tellUser({ uid: 'juho' })
  expect(store.load()).toBeNull()
  tellUser({ uid: 'mina' })
  expect(store.load()?.text).toBe('of Mina')
})

it('what was asked before somebody signed in again is asked again, whoever’s token was refused', async () => {
  renew.mockResolvedValue(true)
  const renewSignIn = await renewing()
  await renewSignIn(now)
  const tellUser = (user: { uid: string } | null) => watchUser.mock.calls[0]?.[0](user)
  tellUser({ uid: 'mina' })
  tellUser(null)
  now = 20_000
  tellUser({ uid: 'juho' })
  expect(await renewSignIn(10_000)).toBe('renewed')
  expect(renew).toHaveBeenCalledOnce()
})

it('what is refused of somebody who has just gone by their own wish is no sign-out by the server', async () => {
  const { hasExpired, signOutHere } = await import('#data/session.ts')
  await signOutHere()
  await signOutHere('expired')
  expect(hasExpired()).toBe(false)
})

it('a sign-out by somebody’s own wish is told apart from one by the server', async () => {
  const { hasExpired, signOutHere, signOutsHere } = await import('#data/session.ts')
  const before = signOutsHere()
  await signOutHere('expired')
  expect([signOutsHere() === before, hasExpired()]).toEqual([true, true])
  await signOutHere()
  expect([signOutsHere() === before, hasExpired()]).toEqual([false, false])
})

it('a sign-out by somebody’s own wish in another tab is one here, too', async () => {
  type Listen = (event: { key: string; newValue: string | null }) => void
  const listening: Listen[] = []
  vi.stubGlobal('addEventListener', (_: string, listen: Listen) => listening.push(listen))
  const { onSessionChange, signOutsHere } = await import('#data/session.ts')
  const told = vi.fn()
  onSessionChange(told)
  const before = signOutsHere()
  for (const newValue of ['1', null]) for (const listen of listening) listen({ key: 'madang:signed-out', newValue })
  expect(told).toHaveBeenCalledOnce()
  expect(signOutsHere()).not.toBe(before)
})

it('that the server ended a sign-in is told, though Firebase had ended it before anybody knew why', async () => {
  vi.stubGlobal('addEventListener', () => {})
  const { hasExpired, onSessionChange, signOutHere } = await import('#data/session.ts')
  const told: boolean[] = []
  onSessionChange(() => told.push(hasExpired()))
  await signOutHere('expired')
  expect(told).toEqual([true])
})
