import { expect, type Page } from '@playwright/test'
import { commenting, newcomer } from './helpers/commenting.ts'
import { enter } from './helpers/people.ts'
import { test } from './helpers/test.ts'
import { words } from './helpers/words.ts'

const account = words('ko', 'account')
const menuOf = (page: Page) => page.getByRole('button', { name: new RegExp(`^${account('menu')}`) })

/**
 * As a page is that was put away by its browser: what other tabs store is not told to it. The browser of these tests throws
 * every page away that somebody leaves, so it is never left.
 */
const hearNothing = (page: Page) =>
  page.addInitScript(() => addEventListener('storage', (event) => event.stopImmediatePropagation(), true))
const putAway = (page: Page) =>
  page.evaluate(() => void dispatchEvent(new PageTransitionEvent('pagehide', { persisted: true })))
const bringBack = (page: Page) =>
  page.evaluate(() => void dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true })))
/** What a page does not keep that begins anew. */
const mark = (page: Page) => page.evaluate(() => void document.body.setAttribute('data-same', ''))
const isSame = (page: Page) => page.locator('body[data-same]').count()

async function signOut(page: Page): Promise<void> {
  await menuOf(page).click()
  await page.getByRole('button', { name: account('signOut') }).click()
  await page
    .getByRole('dialog')
    .getByRole('button', { name: words('ko', 'menu')('signOut.act') })
    .click()
  await expect(page.getByText(account('signedOut')).first()).toBeVisible()
}

test('a page that was put away comes back to whoever is here by then, and keeps what was being written', async ({
  page,
  context,
}) => {
  await hearNothing(page)
  const email = await newcomer(page, 'ko', 2)
  const { box } = commenting(page, 'ko')
  await box.fill('돌아와서 마저 쓸 글')
  await mark(page)
  await putAway(page)
  await bringBack(page)
  await expect(menuOf(page)).toBeVisible()
  expect(await isSame(page)).toBe(1)

  await putAway(page)
  const other = await context.newPage()
  await other.goto('/ko')
  await signOut(other)
  // Whatever it would be told is not what mends this.
  await expect(menuOf(page)).toBeVisible()
  await bringBack(page)
  await expect(menuOf(page)).toBeHidden()
  await expect(page.getByRole('banner').getByRole('link', { name: account('join') })).toBeVisible()
  await expect(box).toHaveValue('')

  // Nor is somebody else there whom the page does not know, but they who wrote it.
  await mark(page)
  await putAway(page)
  await enter(other, email, '/ko')
  await bringBack(page)
  await expect(menuOf(page)).toBeVisible()
  await expect(box).toHaveValue('돌아와서 마저 쓸 글')
  expect(await isSame(page)).toBe(0)
})
