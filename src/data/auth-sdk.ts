// The one place that names what of Firebase's sign-in is used; it is loaded only when somebody joins or comes back.
import { browserLocalPersistence, connectAuthEmulator, indexedDBLocalPersistence, initializeAuth } from 'firebase/auth'
import { emulators } from './config.ts'
import { app } from './firebase-app.ts'

export {
  browserPopupRedirectResolver,
  GoogleAuthProvider,
  isSignInWithEmailLink,
  onAuthStateChanged,
  sendSignInLinkToEmail,
  signInWithCredential,
  signInWithEmailLink,
  signInWithPopup,
  signOut,
} from 'firebase/auth'

// No popup resolver here: it would load a script from Google before anybody asked to sign in with Google.
export const auth = initializeAuth(app, { persistence: [indexedDBLocalPersistence, browserLocalPersistence] })

if (emulators) connectAuthEmulator(auth, emulators.auth, { disableWarnings: true })
