import type { User } from './auth.ts'
import { forgetNobodys } from './drafts-here.ts'
import { type DataError, toDataError } from './errors.ts'
import { painted } from './painted.ts'
import type { SignInError } from './sign-in-error.ts'
import { CONSENT_ASKED, KEPT_PARTICIPANT, onStoredElsewhere, SIGNED_IN, storage } from './storage.ts'

export type { User }

/** The address that a sign-in link was last sent to. */
export const LINK_EMAIL = 'link-email'

/** When somebody signs out here by their own wish: other tabs must not go on showing what is theirs. */
const SIGNED_OUT = 'signed-out'

type Auth = typeof import('./auth.ts')

const listeners = new Set<() => void>()
let loading: Promise<Auth> | null = null
/** Who has been signed in last on this page. */
let last: string | null = null
let expired = false
/** Whether whoever was here last wanted to go. */
let wished = false
let signOuts = 0
let signedOutElsewhere: string | null = null

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
    if (user) {
      expired = false
      wished = false
      // Of what was asked before, the former token was refused.
      if (known) {
        tokenSince = performance.now()
        renewedAt = Number.NEGATIVE_INFINITY
      }
    }
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

/** Calls back when somebody signs in or out, here or in another tab, or the sign-in expires. @returns how to stop */
export function onSessionChange(changed: () => void): () => void {
  listeners.add(changed)
  const stops = [
    onStoredElsewhere(SIGNED_IN, changed),
    onStoredElsewhere(SIGNED_OUT, (at) => {
      if (at === null) return
      wished = true
      signedOutElsewhere = at
      changed()
    }),
  ]
  return () => {
    listeners.delete(changed)
    for (const stop of stops) stop()
  }
}

/** Whether somebody has no address: if they sign out, nobody can sign in as them again. */
export const isWithoutAddress = ({ email }: User): boolean => email === ''

/** What a new token has been refused soon after it came is refused for good. */
const SOON_MS = 60_000

let renewal: Promise<'renewed' | 'held' | 'ended'> | null = null
let renewedAt = Number.NEGATIVE_INFINITY
let tokenSince = Number.NEGATIVE_INFINITY

/** Here, wherever it is noticed: not everybody who asks for something tells of what it was refused for. */
async function ended(): Promise<'ended'> {
  await signOutHere('expired').catch(() => {})
  return 'ended'
}

async function renewed(): Promise<'renewed' | 'held' | 'ended'> {
  const whose = last
  try {
    if (!(await withAuth((auth) => auth.renew()))) return await ended()
    renewedAt = performance.now()
    tokenSince = renewedAt
    return 'renewed'
  } catch (error) {
    // Without a connection, or where too many ask, nobody can tell: an account without an address could never come back.
    const { kind } = error as DataError | SignInError
    return (kind === 'signed-out' || kind === 'blocked') && last === whose ? await ended() : 'held'
  } finally {
    renewal = null
  }
}

/**
 * The server has refused a token. It may be old without the device knowing, whose clock was set back: Firestore lite asks
 * for no other by itself.
 * @param began when that was asked which was refused, by performance.now(): all that were on their way with an old token are
 *   refused together
 * @returns whether the sign-in goes on with a new token, holds as far as anybody can tell now, or has ended
 */
export async function renewSignIn(began: number): Promise<'renewed' | 'held' | 'ended'> {
  if (began < tokenSince) return 'renewed'
  if (began - renewedAt < SOON_MS) {
    const user = await currentUser().catch(() => null)
    // Nobody could sign in as them again: only Firebase's own word ends that.
    return user && isWithoutAddress(user) ? 'held' : ended()
  }
  renewal ??= renewed()
  return renewal
}

/** Whether whoever was here last did not sign out: the server accepted their sign-in no more. */
export const hasExpired = (): boolean => expired

/** Another text each time that somebody has signed out by their own wish, on this page or in another tab. */
export const signOutsHere = (): string => `${signOuts} ${signedOutElsewhere}`

/** What waits of them is shown while nobody is signed in: before anybody hears of it, for then nobody looks any more. */
const waitForSignIn = (uid: string): Promise<void> =>
  import('./left-here.ts').then((leftHere) => leftHere.waitForSignIn(uid)).catch(() => {})

/** They hear of what is written, and nothing of it stays. */
function tellOtherTabs(): void {
  storage.write(SIGNED_OUT, String(Date.now()))
  storage.remove(SIGNED_OUT)
}

/** Signs out on this device. @param because not by anybody's wish: nothing if whoever was here has just gone by their own */
export const signOutHere = async (because?: 'expired'): Promise<void> => {
  if (because && wished) return
  expired = because === 'expired'
  wished = !expired
  await withAuth((auth) => auth.leave()).catch((error) => {
    wished = false
    throw error
  })
  storage.remove(LINK_EMAIL)
  if (expired && last !== null) await waitForSignIn(last)
  // Not before nobody is signed in: what holds words begins anew.
  if (wished) {
    forgetNobodys()
    storage.remove(CONSENT_ASKED)
    signOuts += 1
    tellOtherTabs()
  }
  // Firebase may have ended it before, and told so while nobody knew why.
  tellListeners()
}
