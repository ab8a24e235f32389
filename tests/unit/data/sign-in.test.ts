import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { linkEmail, sendSignInLink, signInWithGoogle } from '#data/sign-in.ts'
import { fakeStorage, forbiddenStorage } from '../../helpers/fake-storage.ts'

// Firebase's sign-in, which only a browser and a server have.
const refuse = vi.hoisted(() => vi.fn<() => Promise<never>>())
vi.mock('#data/auth.ts', async () => ({
  readUser: async () => null,
  watchUser: () => {},
  sendLink: refuse,
  withGoogle: refuse,
  explained: (await import('#data/sign-in-error.ts')).toSignInError,
}))
vi.mock('#data/painted.ts', () => ({ painted: async () => {} }))

beforeEach(() => vi.stubGlobal('localStorage', fakeStorage()))
afterEach(() => vi.unstubAllGlobals())

const QUOTA = Object.assign(new Error(), { code: 'auth/quota-exceeded' })

it('a day without mail left is told as that, and as nothing else', async () => {
  refuse.mockRejectedValue(QUOTA)
  await expect(sendSignInLink('mina@example.com', '/')).rejects.toMatchObject({ name: 'SignInError', kind: 'no-mail' })
  await expect(signInWithGoogle()).rejects.toMatchObject({ name: 'DataError', kind: 'quota' })
  refuse.mockRejectedValue(Object.assign(new Error(), { code: 'auth/network-request-failed' }))
  await expect(sendSignInLink('mina@example.com', '/')).rejects.toMatchObject({ kind: 'offline' })
})

it('the address of a link is remembered for an hour, whatever became of the mail', async () => {
  vi.useFakeTimers({ now: 0, toFake: ['Date'] })
  refuse.mockRejectedValue(QUOTA)
  await sendSignInLink('mina@example.com', '/').catch(() => {})
  vi.setSystemTime(3_599_999)
  expect(linkEmail()).toBe('mina@example.com')
  // Somebody else may be here.
  vi.setSystemTime(3_600_000)
  expect(linkEmail()).toBeNull()
  vi.useRealTimers()
  // As an older version kept it, nobody knows since when.
  localStorage.setItem('madang:link-email', 'mina@example.com')
  expect(linkEmail()).toBeNull()
})

it('whoever asked for a link is told whether the address is remembered', async () => {
  refuse.mockResolvedValue(undefined as never)
  expect(await sendSignInLink('mina@example.com', '/')).toEqual({ isAddressKept: true })
  vi.stubGlobal('localStorage', forbiddenStorage())
  expect(await sendSignInLink('mina@example.com', '/')).toEqual({ isAddressKept: false })
})
