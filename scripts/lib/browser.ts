import { isExecutable, which } from './which.ts'

/** Debian's package of Chromium without a window: the same engine for half the work, which two cores feel. */
export const HEADLESS = 'chromium-headless-shell'

/** The browser for the tests: CHROMIUM_PATH first, then PATH; null if there is none. */
export function browserPath(): string | null {
  const chosen = process.env.CHROMIUM_PATH
  if (chosen) return isExecutable(chosen) ? chosen : null
  return which(HEADLESS, 'chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable')
}

/** How Chromium is started wherever pages are tested or measured. */
export const CHROMIUM_ARGS: string[] = [
  // Its sandbox refuses to run as root.
  ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]
