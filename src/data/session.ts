import type { User } from './auth.ts'
import { type DataError, toDataError } from './errors.ts'
import { painted } from './painted.ts'
import { KEPT_PARTICIPANT, onStoredElsewhere, SIGNED_IN, storage } from './storage.ts'

export type { User }

/** The address that a sign-in link was last sent to. */
export const LINK_EMAIL = 'link-email'

type Auth = typeof import('./auth.ts')

const listeners = new Set<() => void>()
let loading: Promise<Auth> | null = null
let last: string | null = null
let expired = false
let signOuts = 0

const tellListeners = () => {
  for (const listener of listeners) listener()
}

async function loadAuth(): Promise<Auth> {
  await painted()
  const auth = await import('./auth.ts')
  await auth.readUser()
  let known = false
  auth.watchUser((user) => {
    last = user?.uid ?? last
    if (user) expired = false
    if (user) storage.write(SIGNED_IN, user.uid)
    else for (const key of [SIGNED_IN, KEPT_PARTICIPANT]) storage.remove(key)
    // The first call tells what readUser() has told already.
    if (known) tellListeners()
    known = true
  })
  return auth
}

/** Does something with the code of signing in, which is loaded for it. @throws SignInError, DataError */
export async function withAuth<T>(act: (auth: Auth) => Promise<T>): Promise<T> {
  let auth: Auth | undefined
  try {
    loading ??= loadAuth()
    loading.catch(() => {
      loading = null
    })
    auth = await loading
    return await act(auth)
  } catch (error) {
    throw auth ? auth.explained(error) : toDataError(error)
  }
}

/** Who is signed in on this device. Loads no sign-in code for those who never signed in. @throws DataError */
export const currentUser = async (): Promise<User | null> =>
  storage.read(SIGNED_IN) === null && loading === null ? null : withAuth((auth) => auth.readUser())

/** Who has been signed in last on this page. */
export const lastUid = (): string | null => last

/** Calls back when somebody signs in or out, here or in another tab, or the sign-in expires. @returns how to stop */
export function onSessionChange(changed: () => void): () => void {
  listeners.add(changed)
  const stopStorage = onStoredElsewhere(SIGNED_IN, changed)
  return () => {
    listeners.delete(changed)
    stopStorage()
  }
}

/** Whether somebody has no address: if they sign out, nobody can sign in as them again. */
export const isWithoutAddress = ({ email }: User): boolean => email === ''

/** Requests that were on their way together are refused together: one renewal is for all of them. */
const TOGETHER_MS = 2000
/** What is refused soon after a renewal is refused for good. */
const SOON_MS = 60_000

let renewal: { readonly at: number; readonly holds: Promise<boolean> } | null = null

/**
 * The server has refused a token. It may be old without the device knowing, whose clock was set back: Firestore lite asks
 * for no other by itself.
 * @returns whether the sign-in holds, with a new token or as far as anybody can tell without a connection
 */
export function renewSignIn(): Promise<boolean> {
  const now = performance.now()
  if (renewal && now - renewal.at < SOON_MS)
    return now - renewal.at < TOGETHER_MS ? renewal.holds : Promise.resolve(false)
  const holds = withAuth((auth) => auth.renew()).catch((error: DataError) => error.kind === 'offline')
  renewal = { at: now, holds }
  return holds
}

/** Whether whoever was here last did not sign out: the server accepted their sign-in no more. */
export const hasExpired = (): boolean => expired

/** How often somebody on this page has signed out by their own wish. */
export const signOutsHere = (): number => signOuts

/** Signs out on this device. @param because not by anybody's wish */
export const signOutHere = async (because?: 'expired'): Promise<void> => {
  expired = because === 'expired'
  if (!expired) signOuts += 1
  await withAuth((auth) => auth.leave())
  storage.remove(LINK_EMAIL)
}
