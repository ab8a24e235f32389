type TrustedTypes = { createPolicy(name: string, rules: { createScriptURL(url: string): string }): unknown }

const GOOGLE = 'https://apis.google.com'

let allowed = false

/**
 * The page adds no script but one, ever: the one that Firebase loads from Google when somebody asks for Google's
 * sign-in window. Under Trusted Types the browser asks this policy, and it lets nothing else through.
 */
export function allowGoogleScript(): void {
  const { trustedTypes } = globalThis as { trustedTypes?: TrustedTypes }
  if (allowed || !trustedTypes) return
  allowed = true
  trustedTypes.createPolicy('default', {
    createScriptURL(url) {
      if (new URL(url, location.href).origin === GOOGLE) return url
      throw new TypeError(`no script from ${url} is allowed`)
    },
  })
}
