type TrustedTypes = { createPolicy(name: string, rules: { createScriptURL(url: string): string }): unknown }

/** Where the build puts the service worker. */
export const SERVICE_WORKER = '/sw.js'

const GOOGLE = 'https://apis.google.com'

/** Where Google keeps the script that Firebase asks for and what that one loads. */
const isGoogles = ({ origin, pathname }: URL): boolean => origin === GOOGLE && /^\/(js|_\/scs)\//.test(pathname)

const isOurs = ({ origin, pathname }: URL): boolean => origin === location.origin && pathname === SERVICE_WORKER

let allowed = false

/**
 * The page adds no script but two, ever: its own service worker, and the one that Firebase loads from Google when
 * somebody asks for Google's sign-in window. Under Trusted Types the browser asks this policy, and it lets nothing
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
      throw new TypeError(`no script from ${url} is allowed`)
    },
  })
}
