import { type Browser, expect, type Page } from '@playwright/test'
import { newSlipToken } from '#domain/slip.ts'
import { joinedWith, stored, storeSlip } from './helpers/emulators.ts'
import { proves } from './helpers/faults.ts'
import { lineOf } from './helpers/line.ts'
import { test } from './helpers/test.ts'
import { alertOn, words } from './helpers/words.ts'

const join = words('ko', 'join')

/** A device of its own, with a slip that is good for a month. */
async function scanned(browser: Browser): Promise<{ page: Page; token: string; address: string }> {
  const token = newSlipToken()
  await storeSlip(token)
  const page = await (await browser.newContext({ viewport: { width: 360, height: 740 } })).newPage()
  const address = `/ko/join?slip=${token}&next=%2Fko%2Ftasks%2F3`
  await page.goto(address)
  await start(page).waitFor()
  return { page, token, address }
}

const start = (page: Page) => page.getByRole('button', { name: join('slip.start') })
const heading = (page: Page, key: string) => page.getByRole('heading', { name: join(key) })

test('the own slip, scanned again without a connection, is taken for nobody else’s', async ({ browser }) => {
  const { page, address } = await scanned(browser)
  await start(page).click()
  await heading(page, 'done.title').waitFor()
  await page.route('**/documents:batchGet**', (route) => route.abort('internetdisconnected'))
  await page.goto(address)
  await expect(heading(page, 'slip.unchecked.title')).toBeVisible()
  await expect(page.getByRole('button', { name: join('occupied.slip.signOut') })).toBeHidden()
  await page.unroute('**/documents:batchGet**')
  await page.getByRole('button', { name: words('ko', 'common')('retry') }).click()
  await expect(heading(page, 'slip.again.title')).toBeFocused()
})

test('a slip that was used elsewhere long after it was looked at here is not said to have been used just now', async ({
  browser,
}) => {
  // As where the page waits in Chrome, while the child goes back to KakaoTalk on the same phone and starts there.
  const { page, address } = await scanned(browser)
  const inApp = await (await browser.newContext()).newPage()
  await inApp.goto(address)
  await start(inApp).click()
  await heading(inApp, 'done.title').waitFor()
  await page.evaluate(() => {
    const now = Date.now
    Date.now = () => now() + 600_000
  })
  await start(page).click()
  await expect(heading(page, 'slip.problem.used.title')).toBeFocused()
  await expect(page.getByText(join('slip.problem.used.act'))).toBeVisible()
})

test(
  'a good slip that is refused on the way is not called over, and the child is let in',
  proves([['joining'], '403', 'with a slip: tried again by itself; then said, and one press more and they are in']),
  async ({ browser }) => {
    const once = await scanned(browser)
    const line = await lineOf(once.page.context())
    line.is(403)
    const refused = once.page.waitForResponse(
      (response) => response.url().includes('documents:commit') && response.status() === 403,
    )
    await start(once.page).click()
    await refused
    line.is('open')
    await expect(heading(once.page, 'done.title')).toBeVisible()
    expect(await joinedWith(once.token)).toHaveLength(1)

    const longer = await scanned(browser)
    const filter = await lineOf(longer.page.context())
    filter.is(403)
    await start(longer.page).click()
    await expect(alertOn(longer.page)).toContainText(join('slip.failed.text'))
    expect(filter.tried()).toBe(2)
    expect(await stored(`invites/${longer.token}`)).toMatchObject({ used: false })
    filter.is('open')
    await start(longer.page).click()
    await expect(heading(longer.page, 'done.title')).toBeVisible()
    expect(await joinedWith(longer.token)).toHaveLength(1)
  },
)

test('a slip that was given up while it waited lets nobody in later, in place of who is here by then', async ({
  browser,
}) => {
  const { page, token } = await scanned(browser)
  await page.clock.install()
  let signUps = 0
  await page.route('**/accounts:signUp**', (route) => {
    signUps++
    return signUps > 1
      ? route.continue()
      : route.fulfill({ status: 400, json: { error: { code: 400, message: 'TOO_MANY_ATTEMPTS_TRY_LATER' } } })
  })
  await start(page).click()
  await expect(page.getByText(join('slip.busy.title'))).toBeVisible()
  await page.getByRole('button', { name: join('slip.other') }).click()
  await page.getByRole('link', { name: join('signInOnly') }).click()
  await page.getByRole('button', { name: '학부모', exact: true }).click()
  await page.waitForURL('**/tasks/3')
  await page.clock.fastForward(45_000)
  // The parent goes on for as long as anything would take.
  await page.getByRole('button', { name: words('ko', 'plan')('panel.open') }).click()
  await page.getByLabel(words('ko', 'stance')('agree'), { exact: true }).check()
  await expect(page.getByText(words('ko', 'stance')('saved'))).toBeVisible()
  expect(await page.evaluate(() => localStorage.getItem('madang:signed-in'))).toBe('demo-parent')
  expect(signUps).toBe(1)
  expect(await joinedWith(token)).toEqual([])
})
