/**
 * Everything that can go wrong between a person and Firestore, as far as the person has to know.
 *
 * - `offline`: no connection, or no answer in time
 * - `outdated`: a part of the app is on the server no more, since this page is of a former version
 * - `signed-out`: the sign-in has expired or was ended elsewhere
 * - `not-joined`: signed in, but not a participant yet
 * - `closed`: the task takes no more comments and votes
 * - `too-soon`: less than 15 seconds since the person's last comment
 * - `arrived`: an earlier version of the same comment has arrived; what was written since needs an id of its own
 * - `taken`: the e-mail address already belongs to another participant
 * - `missing`: there is no such document
 * - `conflict`: another reviewer has changed the same thing in the meantime
 * - `quota`: Firebase's daily limit is used up
 * - `refused`: the rules refused it for a reason the app does not know
 * - `unknown`: anything else
 */
export type DataErrorKind =
  | 'offline'
  | 'outdated'
  | 'signed-out'
  | 'not-joined'
  | 'closed'
  | 'too-soon'
  | 'arrived'
  | 'taken'
  | 'missing'
  | 'conflict'
  | 'quota'
  | 'refused'
  | 'unknown'

export class DataError extends Error {
  override readonly name = 'DataError'
  readonly kind: DataErrorKind

  constructor(kind: DataErrorKind, cause?: unknown) {
    super(kind, { cause })
    this.kind = kind
  }
}

const KINDS: Readonly<Record<string, DataErrorKind>> = {
  'permission-denied': 'refused',
  unauthenticated: 'signed-out',
  unavailable: 'offline',
  aborted: 'offline',
  'deadline-exceeded': 'offline',
  // What a gateway on the way answers (502, 504) is called internal, and what was given up before an answer cancelled.
  internal: 'offline',
  cancelled: 'offline',
  // Of bring.ts.
  outdated: 'outdated',
  'not-found': 'missing',
  'resource-exhausted': 'quota',
  'auth/network-request-failed': 'offline',
  'auth/internal-error': 'offline',
  'auth/user-token-expired': 'signed-out',
  'auth/user-disabled': 'signed-out',
  'auth/user-not-found': 'signed-out',
  'auth/invalid-user-token': 'signed-out',
  'auth/invalid-refresh-token': 'signed-out',
  'auth/quota-exceeded': 'quota',
  'auth/too-many-requests': 'quota',
}

/** The code of an error of Firebase, or of bring.ts; null for any other. */
export const codeOf = (error: unknown): string | null =>
  typeof error === 'object' && error !== null && 'code' in error && typeof error.code === 'string' ? error.code : null

/** Any error as a DataError. Firestore lite reports a request that never got out as “unknown”. */
export function toDataError(error: unknown): DataError {
  if (error instanceof DataError) return error
  const code = codeOf(error)
  const kind = code === null ? undefined : KINDS[code]
  if (kind) return new DataError(kind, error)
  const neverGotOut = code === 'unknown' || error instanceof TypeError || !navigator.onLine
  return new DataError(neverGotOut ? 'offline' : 'unknown', error)
}
