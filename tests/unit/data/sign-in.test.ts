import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { sendSignInLink, signInWithGoogle } from '#data/sign-in.ts'
import { fakeStorage } from '../../helpers/fake-storage.ts'

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
