import type { User as FirebaseUser } from 'firebase/auth'
import { toDataError, toSignInError } from './errors.ts'
import { painted } from './painted.ts'
import { onStoredElsewhere, storage } from './storage.ts'

export type User = { readonly uid: string; readonly email: string }

// Tells without loading any sign-in code whether somebody is signed in on this device.
const SIGNED_IN = 'signed-in'
const LINK_EMAIL = 'link-email'

type AuthSdk = typeof import('./auth-sdk.ts')

const listeners = new Set<() => void>()
let loading: Promise<AuthSdk> | null = null

async function authSdk(): Promise<AuthSdk> {
  loading ??= painted().then(async () => {
    const sdk = await import('./auth-sdk.ts')
    await sdk.auth.authStateReady()
    sdk.onAuthStateChanged(sdk.auth, (user) => {
      if (!user) storage.remove(SIGNED_IN)
      for (const listener of listeners) listener()
    })
    return sdk
  })
  try {
    return await loading
  } catch (error) {
    loading = null
    throw toDataError(error)
  }
}

const toUser = (user: FirebaseUser): User => ({ uid: user.uid, email: user.email ?? '' })

async function signedIn(signIn: (sdk: AuthSdk) => Promise<{ user: FirebaseUser }>): Promise<User> {
  const sdk = await authSdk()
  try {
    const { user } = await signIn(sdk)
    storage.write(SIGNED_IN, '1')
    for (const listener of listeners) listener()
    return toUser(user)
  } catch (error) {
    throw toSignInError(error)
  }
}

/** Who is signed in on this device. Loads no sign-in code for those who never signed in. */
export async function currentUser(): Promise<User | null> {
  if (storage.read(SIGNED_IN) === null) return null
  const { auth } = await authSdk()
  return auth.currentUser ? toUser(auth.currentUser) : null
}

/** Calls back when somebody signs in or out, here or in another tab, or the sign-in expires. @returns how to stop */
export function onSessionChange(changed: () => void): () => void {
  listeners.add(changed)
  const stopStorage = onStoredElsewhere(SIGNED_IN, changed)
  return () => {
    listeners.delete(changed)
    stopStorage()
  }
}

/** Opens Google's sign-in window. @throws SignInError, DataError */
export const signInWithGoogle = (): Promise<User> =>
  signedIn(({ auth, browserPopupRedirectResolver, GoogleAuthProvider, signInWithPopup }) => {
    const google = new GoogleAuthProvider()
    google.setCustomParameters({ prompt: 'select_account' })
    return signInWithPopup(auth, google, browserPopupRedirectResolver)
  })

/**
 * Sends an e-mail with a link that signs in.
 * @param returnTo the page of this site that the link opens
 */
export async function sendSignInLink(email: string, returnTo: string): Promise<void> {
  const { auth, sendSignInLinkToEmail } = await authSdk()
  try {
    await sendSignInLinkToEmail(auth, email, { url: returnTo, handleCodeInApp: true })
    storage.write(LINK_EMAIL, email)
  } catch (error) {
    throw toSignInError(error)
  }
}

/** Whether this address is one that a sign-in e-mail leads to. Looks only: loads nothing. */
export const isSignInLink = (search: URLSearchParams): boolean =>
  search.get('mode') === 'signIn' && search.has('oobCode')

/** The address that a sign-in link was last sent to from this device, or null. */
export const linkEmail = (): string | null => storage.read(LINK_EMAIL)

/** Signs in with the link somebody followed. @param email the address that the link was sent to */
export async function completeSignInLink(email: string, href: string): Promise<User> {
  const user = await signedIn(({ auth, signInWithEmailLink }) => signInWithEmailLink(auth, email, href))
  storage.remove(LINK_EMAIL)
  return user
}

/** Signs in as one of the accounts of the demonstration. Only the emulators accept such a credential. */
export const signInAsDemo = (account: User): Promise<User> =>
  signedIn(({ auth, GoogleAuthProvider, signInWithCredential }) => {
    const claims = JSON.stringify({ sub: account.uid, email: account.email, email_verified: true })
    return signInWithCredential(auth, GoogleAuthProvider.credential(claims))
  })

export async function signOutHere(): Promise<void> {
  const { auth, signOut } = await authSdk()
  await signOut(auth)
}
