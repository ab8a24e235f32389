import { codeOf, type DataError, toDataError } from './errors.ts'

/**
 * Why a sign-in did not happen: the person closed the window, the browser blocked it, the link is spent …
 *
 * - `school-account`: the school has not allowed this site to the Google accounts that it gives its pupils
 * - `busy`: too many sign-ups from one network (100 an hour), such as that of a school, or too many tries of one person; it
 *   passes
 * - `no-mail`: all e-mails with links that may be sent in a day have been sent; Google's window works
 * - `blocked`: whoever runs the site has disabled the account
 */
export type SignInErrorKind =
  | 'cancelled'
  | 'popup-blocked'
  | 'link-expired'
  | 'bad-email'
  | 'school-account'
  | 'busy'
  | 'no-mail'
  | 'blocked'

export class SignInError extends Error {
  override readonly name = 'SignInError'
  readonly kind: SignInErrorKind

  constructor(kind: SignInErrorKind, cause?: unknown) {
    super(kind, { cause })
    this.kind = kind
  }
}

const SIGN_IN_KINDS: Readonly<Record<string, SignInErrorKind>> = {
  'auth/popup-closed-by-user': 'cancelled',
  'auth/cancelled-popup-request': 'cancelled',
  'auth/user-cancelled': 'cancelled',
  'auth/popup-blocked': 'popup-blocked',
  'auth/expired-action-code': 'link-expired',
  'auth/invalid-action-code': 'link-expired',
  'auth/invalid-email': 'bad-email',
  'auth/missing-email': 'bad-email',
  'auth/admin-restricted-operation': 'school-account',
  'auth/too-many-requests': 'busy',
  'auth/user-disabled': 'blocked',
}

// What Google answers for a school's account comes as an error of any code, with the reason somewhere in its words.
const SCHOOL_REFUSES = /access_denied|admin_policy_enforced|access_not_configured/

const isRefusedBySchool = (error: unknown): boolean => error instanceof Error && SCHOOL_REFUSES.test(error.message)

/** An error of a sign-in: one of its own kinds, or any DataError. */
export function toSignInError(error: unknown): SignInError | DataError {
  const byCode = SIGN_IN_KINDS[codeOf(error) ?? '']
  // Google says access_denied of a person, too, who would not go on.
  const kind = byCode !== 'cancelled' && isRefusedBySchool(error) ? 'school-account' : byCode
  return kind ? new SignInError(kind, error) : toDataError(error)
}
