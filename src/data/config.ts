/** Where the official emulators listen, if the app was built or started against them; null on a real project. */
export type Emulators = { readonly auth: string; readonly firestore: string }

export const emulators: Emulators | null = import.meta.env.VITE_EMULATORS
  ? (JSON.parse(import.meta.env.VITE_EMULATORS) as Emulators)
  : null

/** Where people reach whoever runs the site, from VITE_CONTACT_EMAIL; null as long as there is no such place. */
export const contactEmail: string | null = import.meta.env.VITE_CONTACT_EMAIL || null

/** Whether requests prove themselves by App Check, which asks Google's reCAPTCHA. */
export const usesAppCheck: boolean = Boolean(import.meta.env.VITE_APP_CHECK_KEY) && !emulators

/** Where people find the site, without a slash at the end: for what is printed. On emulators, where it is now. */
export const siteAddress = (): string =>
  emulators ? location.origin : (import.meta.env.VITE_SITE_URL ?? location.origin)

const EMULATED = { apiKey: 'demo', projectId: 'demo-madang', authDomain: 'demo-madang.firebaseapp.com' }

/** The web app's configuration as the Firebase console shows it, from VITE_FIREBASE_CONFIG (JSON). */
export const firebaseConfig = (): Record<string, string> => {
  if (emulators) return EMULATED
  const configured: unknown = import.meta.env.VITE_FIREBASE_CONFIG
  if (typeof configured !== 'string' || configured === '') {
    throw new Error('VITE_FIREBASE_CONFIG is not set: see "Put it on a Firebase project" in README.md')
  }
  return JSON.parse(configured) as Record<string, string>
}
