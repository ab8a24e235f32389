import type { Page } from '@playwright/test'

type Role = 'button' | 'link' | 'textbox' | 'checkbox' | 'radio'

/** Presses Tab until the focus is where the test wants it: a keyboard alone must get there. */
export async function tabTo(page: Page, name: string | RegExp, role: Role): Promise<void> {
  const wanted = page.getByRole(role, { name, exact: typeof name === 'string' }).first()
  for (let presses = 0; presses < 60; presses++) {
    if (await wanted.evaluate((element) => element === document.activeElement)) return
    await page.keyboard.press('Tab')
  }
  throw new Error(`${role} ${name} cannot be reached by Tab`)
}
