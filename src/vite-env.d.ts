interface ImportMetaEnv {
  /** Where the emulators listen, as JSON; unset on a real project. */
  readonly VITE_EMULATORS?: string
  /** The web app's configuration from the Firebase console, as JSON. */
  readonly VITE_FIREBASE_CONFIG?: string
  /** Where the site stands: https://…, without a slash at the end. */
  readonly VITE_SITE_URL?: string
  /** Who answers people, named on the about page. */
  readonly VITE_CONTACT_EMAIL?: string
  /** The key of reCAPTCHA Enterprise for App Check; without it, App Check is off and no part of the page. */
  readonly VITE_APP_CHECK_KEY?: string
}
