import { fileURLToPath } from 'node:url'
import type { Page } from '@playwright/test'
import type { Lang } from '#domain/language.ts'
import { words } from './words.ts'

const STAND_IN = fileURLToPath(new URL('google-api-stand-in.js', import.meta.url))

/** Google's own script cannot be had without Internet; the SDK's window and the emulator's account chooser are real. */
export const withGoogleScript = (page: Page) =>
  page.context().route('https://apis.google.com/js/api.js*', (route) => route.fulfill({ path: STAND_IN }))

/** Presses “with Google”, and signs in as a new account in the window that opens. */
export async function inGoogleWindow(page: Page, lang: Lang, email: string): Promise<void> {
  const [popup] = await Promise.all([
    page.waitForEvent('popup'),
    page.getByRole('button', { name: words(lang, 'join')('signIn.google') }).click(),
  ])
  await popup.locator('#add-account-button, .js-new-account').first().click()
  await popup.locator('#email-input').fill(email)
  await popup.locator('#sign-in').click()
}
