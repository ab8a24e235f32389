import { beforeEach, describe, expect, it, vi } from 'vitest'
import { DataError, type DataErrorKind, toDataError } from '#data/errors.ts'
import { SignInError, toSignInError } from '#data/sign-in-error.ts'

const online = (onLine: boolean) => vi.stubGlobal('navigator', { onLine })
const coded = (code: string) => Object.assign(new Error(code), { code })

beforeEach(() => {
  online(true)
  return () => vi.unstubAllGlobals()
})

describe('an error of Firebase, to a person', () => {
  it.each<[string, DataErrorKind]>([
    ['permission-denied', 'refused'],
    ['unauthenticated', 'signed-out'],
    ['unavailable', 'offline'],
    ['deadline-exceeded', 'offline'],
    ['internal', 'offline'],
    ['cancelled', 'offline'],
    ['not-found', 'missing'],
    // Of bring.ts.
    ['outdated', 'outdated'],
    ['resource-exhausted', 'quota'],
    // Firestore lite calls a request that never got out “unknown”.
    ['unknown', 'offline'],
    ['failed-precondition', 'unknown'],
    ['invalid-argument', 'unknown'],
    ['auth/network-request-failed', 'offline'],
    ['auth/internal-error', 'offline'],
    ['auth/user-token-expired', 'signed-out'],
    ['auth/user-disabled', 'signed-out'],
    ['auth/user-not-found', 'signed-out'],
    ['auth/invalid-user-token', 'signed-out'],
    ['auth/quota-exceeded', 'quota'],
    ['auth/too-many-requests', 'quota'],
    ['auth/argument-error', 'unknown'],
  ])('%s means %s', (code, kind) => {
    const error = coded(code)
    expect(toDataError(error)).toMatchObject({ name: 'DataError', kind, cause: error })
  })

  it.each([
    ['a failed fetch', new TypeError('Failed to fetch'), 'offline'],
    ['an error without a code', new Error('?'), 'unknown'],
    ['a code that is a number', { code: 14 }, 'unknown'],
    ['a text', 'boom', 'unknown'],
    ['nothing', undefined, 'unknown'],
    ['null', null, 'unknown'],
  ] as const)('%s means %s', (_, error, kind) => expect(toDataError(error).kind).toBe(kind))

  it('means no connection, whatever it is, while the browser says that it is offline', () => {
    online(false)
    expect(toDataError(new Error('?')).kind).toBe('offline')
    expect(toDataError(coded('permission-denied')).kind).toBe('refused')
  })

  it('that has been understood already stays as it is', () => {
    const known = new DataError('too-soon')
    expect(toDataError(known)).toBe(known)
  })
})

describe('an error of a sign-in', () => {
  it.each([
    ['auth/popup-closed-by-user', 'cancelled'],
    ['auth/cancelled-popup-request', 'cancelled'],
    ['auth/user-cancelled', 'cancelled'],
    ['auth/popup-blocked', 'popup-blocked'],
    ['auth/expired-action-code', 'link-expired'],
    ['auth/invalid-action-code', 'link-expired'],
    ['auth/invalid-email', 'bad-email'],
    ['auth/missing-email', 'bad-email'],
    ['auth/admin-restricted-operation', 'school-account'],
    ['auth/too-many-requests', 'busy'],
    ['auth/user-disabled', 'blocked'],
  ] as const)('%s means %s', (code, kind) => {
    const error = toSignInError(coded(code))
    expect(error).toBeInstanceOf(SignInError)
    expect(error.kind).toBe(kind)
  })

  it.each(['admin_policy_enforced', 'access_denied', 'access_not_configured'])(
    'is the school’s doing where Google’s words are %s, whatever the code',
    (words) => {
      const error = Object.assign(new Error(`Firebase: {"error":"${words}"} (auth/internal-error).`), {
        code: 'auth/internal-error',
      })
      expect(toSignInError(error)).toMatchObject({ kind: 'school-account', cause: error })
    },
  )

  it.each(['auth/user-cancelled', 'auth/popup-closed-by-user'])(
    'is a person’s own doing where they would not go on (%s), whatever Google calls it',
    (code) => {
      const error = Object.assign(new Error(`Firebase: access_denied (${code}).`), { code })
      expect(toSignInError(error)).toMatchObject({ kind: 'cancelled' })
    },
  )

  it('that has nothing to do with signing in is an error of the data layer', () => {
    const error = toSignInError(coded('auth/network-request-failed'))
    expect(error).toBeInstanceOf(DataError)
    expect(error.kind).toBe('offline')
    expect(toSignInError(new Error('?')).kind).toBe('unknown')
  })
})
