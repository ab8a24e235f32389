import { JOINING_MS } from './drafts.ts'
import type { DataError } from './errors.ts'
import { LINK_EMAIL, signOutHere, type User, withAuth } from './session.ts'
import { SignInError } from './sign-in-error.ts'
import { storage } from './storage.ts'

// The ways in, apart from the session: most readers never come to them.

/** Loads what signing in takes, where it is about to be asked for: a browser opens a window only soon after a press. */
export const prepareSignIn = (): Promise<void> => withAuth(async () => {}).catch(() => {})

/** Opens Google's sign-in window. @throws SignInError, DataError */
export const signInWithGoogle = (): Promise<User> => withAuth((auth) => auth.withGoogle())

/**
 * Sends an e-mail with a link that signs in.
 * @param returnTo the page of this site that the link opens
 * @returns whether this device remembers the address; where it does not, it is asked for once more on that page
 * @throws SignInError, DataError
 */
export async function sendSignInLink(email: string, returnTo: string): Promise<{ isAddressKept: boolean }> {
  // Before: should the answer be lost, the mail comes all the same.
  const isAddressKept = storage.write(LINK_EMAIL, JSON.stringify({ email, at: Date.now() }))
  await withAuth((auth) => auth.sendLink(email, returnTo)).catch((error: SignInError | DataError) => {
    throw error.kind === 'quota' ? new SignInError('no-mail', error) : error
  })
  return { isAddressKept }
}

/** Whether this address is one that a sign-in e-mail leads to. Looks only: loads nothing. */
export const isSignInLink = (search: URLSearchParams): boolean =>
  search.get('mode') === 'signIn' && search.has('oobCode')

/** The address that a sign-in link was last sent to from this device, or null: after an hour somebody else may be here. */
export function linkEmail(): string | null {
  try {
    const { email, at } = JSON.parse(storage.read(LINK_EMAIL) ?? '{}') as { email?: unknown; at?: unknown }
    return typeof email === 'string' && Date.now() - Number(at) < JOINING_MS ? email : null
  } catch {
    // An older version kept the address alone.
    return null
  }
}

/** Signs in with the link somebody followed. @param email the address that the link was sent to */
export async function completeSignInLink(email: string, href: string): Promise<User> {
  const user = await withAuth((auth) => auth.withLink(email, href))
  storage.remove(LINK_EMAIL)
  return user
}

/** Signs in without an address, for somebody with a slip. @throws SignInError `busy`, DataError */
export const signInWithoutAddress = (): Promise<User> => withAuth((auth) => auth.anonymously())

/** Signs in as one of the accounts of the demonstration. Against the emulators only. */
export const signInAsDemo = (account: User): Promise<User> => withAuth((auth) => auth.asDemo(account))

/**
 * Deletes the account that is signed in here: of somebody who has not joined and may not.
 * @returns false if it could not be deleted; then it is signed out all the same
 */
export async function removeAccount(): Promise<boolean> {
  const removed = await withAuth((auth) => auth.remove()).then(
    () => true,
    () => false,
  )
  await signOutHere()
  return removed
}
