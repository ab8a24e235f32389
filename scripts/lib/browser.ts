import { isExecutable, which } from './which.ts'

/** The browser for the tests: CHROMIUM_PATH first, then PATH; null if there is none. */
export function browserPath(): string | null {
  const chosen = process.env.CHROMIUM_PATH
  if (chosen) return isExecutable(chosen) ? chosen : null
  return which('chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable')
}
