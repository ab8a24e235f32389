import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { fakeStorage } from '../../helpers/fake-storage.ts'

// Firebase's sign-in, which only a browser and a server have.
const renew = vi.hoisted(() => vi.fn<() => Promise<boolean>>())
const watchUser = vi.hoisted(() => vi.fn<(changed: (user: { uid: string } | null) => void) => void>())
vi.mock('#data/auth.ts', async () => ({
  renew,
  readUser: async () => null,
  leave: async () => {},
  watchUser,
  explained: (await import('#data/sign-in-error.ts')).toSignInError,
}))
vi.mock('#data/painted.ts', () => ({ painted: async () => {} }))

let now = 0
beforeEach(() => {
  now = 0
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

it('a token that was refused is renewed once for all that was refused with it', async () => {
  renew.mockResolvedValue(true)
  const renewSignIn = await renewing()
  expect(await Promise.all([renewSignIn(), renewSignIn()])).toEqual([true, true])
  now = 1000
  expect(await renewSignIn()).toBe(true)
  expect(renew).toHaveBeenCalledOnce()
})

it('what is refused with a new token is refused for good; a later refusal may be of an old one again', async () => {
  renew.mockResolvedValue(true)
  const renewSignIn = await renewing()
  await renewSignIn()
  now = 10_000
  expect(await renewSignIn()).toBe(false)
  now = 3_600_000
  expect(await renewSignIn()).toBe(true)
})

it.each([
  ['holds without a connection', 'auth/network-request-failed', true],
  ['has ended where no new token is given', 'auth/user-token-expired', false],
])('a sign-in %s', async (_, code, holds) => {
  renew.mockRejectedValue(Object.assign(new Error(code), { code }))
  const renewSignIn = await renewing()
  expect(await renewSignIn()).toBe(holds)
})

it('a draft is of who is signed in, and after that of nobody', async () => {
  renew.mockResolvedValue(true)
  const renewSignIn = await renewing()
  await renewSignIn()
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

it('a sign-out by somebody’s own wish is counted, one by the server is not', async () => {
  const { hasExpired, signOutHere, signOutsHere } = await import('#data/session.ts')
  await signOutHere('expired')
  expect([signOutsHere(), hasExpired()]).toEqual([0, true])
  await signOutHere()
  expect([signOutsHere(), hasExpired()]).toEqual([1, false])
})
