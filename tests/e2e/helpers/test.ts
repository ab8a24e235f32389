import { type BrowserContext, test as base, expect } from '@playwright/test'

/** What Chromium says of what the headers forbid, Trusted Types included. */
const VIOLATION = /Content Security Policy|Content-Security-Policy|Trusted ?(Types|HTML|Script)/i

/**
 * A browser test, in which no page of any device may break the headers it was sent with, whatever is done there.
 * `violations`: what has broken them so far; a test that breaks them on purpose empties it.
 */
export const test = base.extend<{ violations: string[] }>({
  violations: [
    async ({ browser, context }, use) => {
      const violations: string[] = []
      const watch = (device: BrowserContext) =>
        device.on('console', (message) => {
          if (VIOLATION.test(message.text())) violations.push(`${message.page()?.url()}: ${message.text()}`)
        })
      const newContext = browser.newContext.bind(browser)
      browser.newContext = async (...options) => {
        const device = await newContext(...options)
        watch(device)
        return device
      }
      watch(context)
      await use(violations)
      browser.newContext = newContext
      expect(violations, 'what the headers forbid').toEqual([])
    },
    { auto: true },
  ],
})
