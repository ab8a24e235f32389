/**
 * The apps of which people open a link in the app's own window: what that window keeps, the browser of the device does not
 * know, and Google signs nobody in there.
 */
export type InAppBrowser = 'kakaotalk' | 'naver' | 'instagram' | 'facebook' | 'line' | 'daum'

// Each puts its name into what the browser says of itself.
const SIGNS: readonly (readonly [InAppBrowser, RegExp])[] = [
  ['kakaotalk', /\bKAKAOTALK\b/],
  ['naver', /\bNAVER\(inapp/],
  ['instagram', /\bInstagram\b/],
  ['facebook', /\bFB(AN|AV)\//],
  ['line', /\bLine\//],
  ['daum', /\bDaumApps\b/],
]

/** The app in whose own window a page stands; null for a browser. @param userAgent what the browser says of itself */
export const inAppBrowser = (userAgent: string): InAppBrowser | null =>
  SIGNS.find(([, sign]) => sign.test(userAgent))?.[0] ?? null
