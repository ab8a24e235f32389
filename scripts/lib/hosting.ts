import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Emulators } from './admin.ts'
import { UserError } from './cli.ts'
import { ROOT } from './paths.ts'

type Header = { key: string; value: string }

/** The hosting part of firebase.json, as far as it is looked into. */
export type Hosting = { headers: { source: string; headers: Header[] }[] }

/** What the page must be allowed for App Check: reCAPTCHA's scripts and frames, and to exchange its word for a token. */
export const FOR_APP_CHECK: Readonly<Record<string, string>> = {
  'script-src': 'https://www.google.com/recaptcha/ https://www.gstatic.com/recaptcha/',
  'frame-src': 'https://www.google.com/recaptcha/ https://recaptcha.google.com/recaptcha/',
  'connect-src': 'https://content-firebaseappcheck.googleapis.com https://www.google.com/recaptcha/',
  // What Google's own code calls its policies.
  'trusted-types': 'recaptcha goog#html',
}

/** Whose frame of signing in firebase.json lets in: of no project yet, so of any. */
const ANY_PROJECT = 'https://*.firebaseapp.com'

/** All of firebase.json. */
export const firebaseJson = (): { readonly hosting: Hosting } =>
  JSON.parse(readFileSync(join(ROOT, 'firebase.json'), 'utf8'))

/** The hosting part of firebase.json, its Content-Security-Policy extended by further sources for each directive. */
export function allowing(sources: Readonly<Record<string, string>>): Hosting {
  const { hosting } = firebaseJson()
  const headers = hosting.headers.map(({ source, headers }) => ({
    source,
    headers: headers.map(({ key, value }) => ({
      key,
      value: key === 'Content-Security-Policy' ? Object.entries(sources).reduce(extend, value) : value,
    })),
  }))
  return { ...hosting, headers }
}

/** The hosting part of firebase.json; its Content-Security-Policy lets the page reach these emulators too. */
export const hostingFor = ({ auth, firestore }: Emulators): Hosting =>
  allowing({ 'connect-src': `http://${auth} http://${firestore}`, 'frame-src': `http://${auth}` })

/**
 * The hosting part of firebase.json as it is deployed: pages take in the frame of signing in from this project's domain alone,
 * which may be one of the office's own.
 * @param authDomain as the web app's configuration has it
 * @throws UserError if that is no domain, but something that would say more in a policy
 */
export function deployedHosting(authDomain: string, sources: Readonly<Record<string, string>> = {}): Hosting {
  if (!/^[a-z0-9-]+(\.[a-z0-9-]+)+$/i.test(authDomain)) {
    throw new UserError(`“${authDomain}” is no authDomain: it is written as ID.firebaseapp.com.`)
  }
  const hosting = JSON.stringify(allowing(sources))
  if (!hosting.includes(ANY_PROJECT)) throw new Error(`firebase.json has no ${ANY_PROJECT} to replace`)
  return JSON.parse(hosting.replaceAll(ANY_PROJECT, `https://${authDomain}`))
}

function extend(policy: string, [directive, sources]: [string, string]): string {
  const extended = policy.replace(new RegExp(`(^|; )${directive} [^;]+`), (found) => `${found} ${sources}`)
  if (extended === policy) throw new Error(`firebase.json has no ${directive} to extend`)
  return extended
}
