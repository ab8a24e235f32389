type TrustedTypes = { createPolicy(name: string, rules: { createScriptURL(url: string): string }): unknown }

/** Where the build puts the service worker. */
export const SERVICE_WORKER = '/sw.js'

const GOOGLE = 'https://apis.google.com'

/** Where Google keeps the script that Firebase asks for and what that one loads; the Content-Security-Policy names the same. */
const isGoogles = ({ origin, pathname }: URL): boolean => origin === GOOGLE && /^\/(js|_\/scs)\//.test(pathname)

/** reCAPTCHA, where the page was built with App Check: it loads its parts from the second of these. */
const isRecaptchas = ({ origin, pathname }: URL): boolean =>
  ['https://www.google.com', 'https://www.gstatic.com'].includes(origin) && pathname.startsWith('/recaptcha/')

/** Its first script, in the version that gets on with Trusted Types: App Check asks for the other. */
function trustedRecaptcha(address: URL): string {
  if (address.pathname.endsWith('/enterprise.js')) address.searchParams.set('trustedtypes', 'true')
  return address.href
}

const isOurs = ({ origin, pathname }: URL): boolean => origin === location.origin && pathname === SERVICE_WORKER

let allowed = false

/**
 * The page adds no script but two, ever: its own service worker, and the one that Firebase loads from Google when
 * somebody asks for Google's sign-in window; and those of reCAPTCHA, if it was built with App Check. Under Trusted Types the browser asks this policy, and it lets nothing
 * else through. The Content-Security-Policy allows this one policy, made once.
 */
export function allowScripts(): void {
  const { trustedTypes } = globalThis as { trustedTypes?: TrustedTypes }
  if (allowed || !trustedTypes) return
  allowed = true
  trustedTypes.createPolicy('default', {
    createScriptURL(url) {
      const address = new URL(url, location.href)
      if (isGoogles(address) || isOurs(address)) return url
      if (import.meta.env.VITE_APP_CHECK_KEY && isRecaptchas(address)) return trustedRecaptcha(address)
      throw new TypeError(`no script from ${url} is allowed`)
    },
  })
}
