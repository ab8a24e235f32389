import type { FirebaseApp } from 'firebase/app'
import { initializeAppCheck, ReCaptchaEnterpriseProvider } from 'firebase/app-check'
import { allowScripts } from './trusted-scripts.ts'

/**
 * Lets every request to Firebase carry the proof that it comes from this page in a browser, by App Check and Google's
 * reCAPTCHA Enterprise, which shows nothing. In the build only if that had a key.
 */
export function proveRequests(app: FirebaseApp, key: string): void {
  allowScripts()
  initializeAppCheck(app, { provider: new ReCaptchaEnterpriseProvider(key), isTokenAutoRefreshEnabled: true })
}
