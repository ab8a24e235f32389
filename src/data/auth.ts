import {
  type User as Account,
  browserLocalPersistence,
  browserPopupRedirectResolver,
  connectAuthEmulator,
  GoogleAuthProvider,
  initializeAuth,
  onAuthStateChanged,
  sendSignInLinkToEmail,
  signInAnonymously,
  signInWithCredential,
  signInWithEmailLink,
  signInWithPopup,
  signOut,
  type UserCredential,
} from 'firebase/auth'
import { emulators } from './config.ts'
import { app } from './firebase-app.ts'
import { toSignInError } from './sign-in-error.ts'
import { allowScripts } from './trusted-scripts.ts'

// Everything that touches Firebase's sign-in; session.ts loads it when somebody joins or comes back.

/** @property email empty for somebody who came with a slip: nothing is known of them */
export type User = { readonly uid: string; readonly email: string }

/** An error of what is done here, as one that can be told. */
export const explained = (error: unknown) => toSignInError(error)

// Kept in localStorage, beside the drafts: the IndexedDB variant would add 2 kB to every sign-in and nothing to it.
// No popup resolver here: it would load a script from Google before anybody asked to sign in with Google.
const auth = initializeAuth(app, { persistence: browserLocalPersistence })

if (emulators) connectAuthEmulator(auth, emulators.auth, { disableWarnings: true })

const toUser = ({ uid, email }: Account): User => ({ uid, email: email ?? '' })

const userOf = async (signingIn: Promise<UserCredential>): Promise<User> => toUser((await signingIn).user)

/** Who is signed in, once what was kept on this device has been looked at. */
export async function readUser(): Promise<User | null> {
  await auth.authStateReady()
  return auth.currentUser && toUser(auth.currentUser)
}

/** Calls back whenever somebody has signed in, signed out, or lost their sign-in. */
export const watchUser = (changed: (user: User | null) => void) =>
  onAuthStateChanged(auth, (account) => changed(account && toUser(account)))

export function withGoogle(): Promise<User> {
  allowScripts()
  const google = new GoogleAuthProvider()
  google.setCustomParameters({ prompt: 'select_account' })
  return userOf(signInWithPopup(auth, google, browserPopupRedirectResolver))
}

export const sendLink = (email: string, returnTo: string): Promise<void> =>
  sendSignInLinkToEmail(auth, email, { url: returnTo, handleCodeInApp: true })

export const withLink = (email: string, href: string): Promise<User> => userOf(signInWithEmailLink(auth, email, href))

/** An account without an address, which lives on this device alone; the same one as long as it is signed in. */
export const anonymously = (): Promise<User> => userOf(signInAnonymously(auth))

/** Only the emulators accept such a credential: it is not signed. */
export const asDemo = ({ uid, email }: User): Promise<User> =>
  userOf(
    signInWithCredential(
      auth,
      GoogleAuthProvider.credential(JSON.stringify({ sub: uid, email, email_verified: true })),
    ),
  )

/** Asks for a new token. @returns whether somebody is signed in; @throws if the sign-in is not accepted any more */
export const renew = async (): Promise<boolean> => (await auth.currentUser?.getIdToken(true)) !== undefined

export const leave = (): Promise<void> => signOut(auth)

export const remove = async (): Promise<void> => auth.currentUser?.delete()
