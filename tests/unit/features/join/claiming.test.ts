import { MutationObserver, QueryClient } from '@tanstack/react-query'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { slipDraft } from '#data/drafts.ts'
import { DataError } from '#data/errors.ts'
import { claimSlip } from '#data/invites.ts'
import { currentUser } from '#data/session.ts'
import { signInWithoutAddress } from '#data/sign-in.ts'
import { SignInError } from '#data/sign-in-error.ts'
import { newSlipToken } from '#domain/slip.ts'
import { claimMutation } from '#features/join/slip-queries.ts'
import { fakeStorage } from '../../../helpers/fake-storage.ts'
import { sampleParticipant, sampleSlip } from '../../../helpers/samples.ts'

// What is tried here is when something is asked for, and what is not asked for any more.
vi.mock('#data/session.ts', async (original) => ({
  ...(await original<object>()),
  currentUser: vi.fn(),
  signOutHere: async () => {},
}))
vi.mock('#data/sign-in.ts', () => ({ signInWithoutAddress: vi.fn() }))
vi.mock('#data/invites.ts', () => ({ claimSlip: vi.fn() }))
vi.mock('#data/painted.ts', () => ({ painted: async () => {} }))

const signIn = vi.mocked(signInWithoutAddress)
const claim = vi.mocked(claimSlip)
const slip = sampleSlip()
const KID = { uid: 'kid', email: '' }
/** Longer than anything waits. */
const A_MINUTE = 60_000

beforeEach(() => {
  vi.stubGlobal('localStorage', fakeStorage())
  vi.useFakeTimers()
  vi.mocked(currentUser).mockReset().mockResolvedValue(null)
  signIn.mockReset().mockResolvedValue(KID)
  claim.mockReset().mockResolvedValue({ participant: sampleParticipant({ uid: 'kid', invite: slip.token }) })
  slipDraft.save({ token: slip.token })
})
afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

/** @param readAt when the slip was looked at */
const start = (readAt = Date.now()) => {
  const client = new QueryClient()
  const outcome = new MutationObserver(client, claimMutation(client)).mutate({ slip, readAt, lang: 'ko' })
  outcome.catch(() => {})
  return outcome
}
const once = (asked: typeof signIn | typeof claim) => vi.waitFor(() => expect(asked).toHaveBeenCalledOnce())

it('lets in whoever waited for their turn, and forgets the slip', async () => {
  signIn.mockRejectedValueOnce(new SignInError('busy'))
  const outcome = start()
  await once(signIn)
  await vi.advanceTimersByTimeAsync(A_MINUTE)
  await expect(outcome).resolves.toMatchObject({ user: KID })
  expect(slipDraft.load()).toBeNull()
})

describe('a slip that was good when it was looked at, and is used', () => {
  beforeEach(() => void claim.mockResolvedValue({ problem: 'used' }))

  it('is said to have been used meanwhile where it was looked at just now', () =>
    expect(start()).resolves.toMatchObject({ claim: { problem: 'used' }, meanwhile: true }))

  it('is not where that is long ago', () =>
    expect(start(Date.now() - 2 * A_MINUTE)).resolves.toMatchObject({ meanwhile: false }))

  it('is not where it has waited long for its turn', async () => {
    signIn.mockRejectedValueOnce(new SignInError('busy')).mockRejectedValueOnce(new SignInError('busy'))
    signIn.mockRejectedValueOnce(new SignInError('busy')).mockRejectedValueOnce(new SignInError('busy'))
    const outcome = start()
    await once(signIn)
    await vi.advanceTimersByTimeAsync(3 * A_MINUTE)
    await expect(outcome).resolves.toMatchObject({ meanwhile: false })
  })
})

it.each([
  ['was given up', () => slipDraft.clear()],
  ['has made room for another', () => slipDraft.save({ token: newSlipToken() })],
  [
    'waits while somebody with an address has signed in',
    () => vi.mocked(currentUser).mockResolvedValue({ uid: 'mina', email: 'mina@example.com' }),
  ],
])('tries no slip again that %s', async (_, happens) => {
  signIn.mockRejectedValueOnce(new SignInError('busy'))
  const outcome = start()
  await once(signIn)
  happens()
  await vi.advanceTimersByTimeAsync(A_MINUTE)
  await expect(outcome).rejects.toMatchObject({ kind: 'cancelled' })
  expect(signIn).toHaveBeenCalledOnce()
  expect(claim).not.toHaveBeenCalled()
})

it('uses up no slip that was given up while the account was made', async () => {
  signIn.mockImplementation(async () => {
    slipDraft.clear()
    return KID
  })
  await expect(start()).rejects.toMatchObject({ kind: 'cancelled' })
  expect(claim).not.toHaveBeenCalled()
})

it('tries what is refused once more also after there was no connection', async () => {
  claim.mockRejectedValueOnce(new DataError('offline')).mockRejectedValueOnce(new DataError('refused'))
  const outcome = start()
  await once(claim)
  await vi.advanceTimersByTimeAsync(A_MINUTE)
  await expect(outcome).resolves.toMatchObject({ user: KID })
  expect(claim.mock.calls.map(([, , , isAgain]) => isAgain)).toEqual([false, false, true])
})

it('tries once more what is refused without a reason, and then says so', async () => {
  claim.mockRejectedValueOnce(new DataError('refused'))
  const better = start()
  await once(claim)
  await vi.advanceTimersByTimeAsync(A_MINUTE)
  await expect(better).resolves.toMatchObject({ user: KID })

  slipDraft.save({ token: slip.token })
  claim.mockReset().mockRejectedValue(new DataError('refused'))
  const refused = start()
  await once(claim)
  await vi.advanceTimersByTimeAsync(A_MINUTE)
  await expect(refused).rejects.toMatchObject({ kind: 'refused' })
  // Only what is refused again may be called over.
  expect(claim.mock.calls.map(([, , , isAgain]) => isAgain)).toEqual([false, true])
  // It is still good.
  expect(slipDraft.load()).toEqual({ token: slip.token })
})
