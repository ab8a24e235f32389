import { expect, type Page } from '@playwright/test'
import { createServer, type ViteDevServer } from 'vite'
import { LANGS } from '#domain/language.ts'
import { ROOT } from '../../scripts/lib/paths.ts'
import { freePorts } from '../../scripts/lib/ports.ts'
import { findings, WCAG } from './helpers/axe.ts'
import { signInAsDemo } from './helpers/people.ts'
import { test } from './helpers/test.ts'
import { words } from './helpers/words.ts'

// The page of all pieces is known to Vite's own server only; the product under test must know nothing of it.
test.describe('the pieces of the design system', () => {
  let server: ViteDevServer
  let address: string

  test.beforeAll(async () => {
    const [port = 0] = await freePorts(1)
    server = await createServer({
      root: ROOT,
      logLevel: 'error',
      server: { host: '127.0.0.1', port, strictPort: true },
    })
    await server.listen()
    address = `http://127.0.0.1:${port}/dev/components`
  })
  test.afterAll(() => server.close())

  const open = async (page: Page) => {
    await page.goto(address)
    await page.getByRole('heading', { level: 1, name: 'Design system' }).waitFor()
    await page.waitForLoadState('networkidle')
  }
  /** The first cell of a piece: in Korean, light. */
  const piece = (page: Page, name: string) =>
    page.getByRole('region', { name, exact: true }).locator('[data-theme]').first()

  test('axe finds nothing in any state, language and theme', async ({ page }) => {
    await open(page)
    expect(await page.locator('[data-theme="high-contrast"][lang="en"]').count()).toBeGreaterThan(15)
    expect(await findings(page, WCAG)).toEqual([])
  })

  test('a dialog keeps the focus, closes on Escape and gives the focus back', async ({ page }) => {
    await open(page)
    const opener = piece(page, 'Dialog').getByRole('button')
    await opener.focus()
    await page.keyboard.press('Enter')
    const dialog = page.getByRole('dialog', { name: '의견을 지울까요?' })
    await expect(dialog).toBeVisible()
    for (let presses = 0; presses < 5; presses++) {
      await page.keyboard.press('Tab')
      const elsewhere = await page.evaluate(() => {
        const focused = document.activeElement
        return focused !== document.body && !focused?.closest('dialog[open]')
      })
      expect(elsewhere).toBe(false)
    }
    await page.keyboard.press('Escape')
    await expect(dialog).toBeHidden()
    await expect(opener).toBeFocused()
  })

  test('a dialog that may closes on a press outside', async ({ page }) => {
    await open(page)
    await piece(page, 'Dialog').getByRole('button').click()
    const dialog = page.getByRole('dialog')
    await dialog.getByText('되돌릴 수 없어요').click()
    await expect(dialog).toBeVisible()
    await page.mouse.click(5, 5)
    await expect(dialog).toBeHidden()
  })

  test('the product knows nothing of that page', async ({ page }) => {
    await page.goto('/ko/dev/components')
    // Until scripts know for whom, it stands there in both languages.
    await expect(page.getByRole('heading', { level: 1, name: words('en', 'not-found')('title') })).toHaveCount(0)
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(words('ko', 'not-found')('title'))
  })
})

for (const lang of LANGS) {
  const common = words(lang, 'common')

  test(`the theme and the text size that were chosen stay, and nothing gets too wide for them, in ${lang}`, async ({
    page,
  }) => {
    await page.setViewportSize({ width: 320, height: 800 })
    await page.goto(`/${lang}/nowhere`)
    await page.getByRole('button', { name: common('display.open') }).click()
    await page.getByRole('radio', { name: common('display.high-contrast') }).check()
    await page.getByRole('radio', { name: common('display.sizes.5'), exact: true }).check()
    await expect(page.locator('html')).toHaveCSS('font-size', '24px')
    await expect(page.locator('meta[name="theme-color"]')).toHaveAttribute('content', '#1e2124')
    await page.keyboard.press('Escape')
    await expect(page.getByRole('button', { name: common('display.open') })).toBeFocused()
    for (const path of ['/nowhere', '', '/tasks/1', '/join']) {
      await page.goto(`/${lang}${path}`)
      await page.waitForLoadState('networkidle')
      await expect(page.locator('body')).toHaveCSS('background-color', 'rgb(30, 33, 36)')
      await expect(page.locator('html')).toHaveCSS('font-size', '24px')
      const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
      expect(overflow, `${path} scrolls sideways`).toBeLessThanOrEqual(0)
    }
  })
  test(`whoever has joined finds their account in the header of a phone, and the way out, in ${lang}`, async ({
    page,
  }) => {
    const account = words(lang, 'account')
    await page.setViewportSize({ width: 360, height: 760 })
    await signInAsDemo(
      page,
      lang,
      lang === 'ko' ? '교육청 검토 담당자' : 'A reviewer at the education office',
      `/${lang}/tasks/1`,
    )
    const menu = page.getByRole('button', { name: new RegExp(`^${account('menu')}`) })
    await menu.waitFor()
    const header = await page.getByRole('banner').boundingBox()
    expect(header?.height, 'a row of tools, a row of pages').toBeLessThan(130)
    await menu.click()
    await page.keyboard.press('Escape')
    await expect(menu).toBeFocused()
    await page.keyboard.press('Enter')
    await page.getByRole('button', { name: account('signOut') }).click()
    await expect(page.getByRole('status').getByText(account('signedOut'))).toBeVisible()
    await expect(page.getByRole('link', { name: account('join') }).first()).toBeVisible()
    await expect(page.getByRole('main')).toBeFocused()
  })
}
