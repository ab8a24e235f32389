import { type BrowserContext, expect, type Page } from '@playwright/test'
import { storedIn } from './helpers/emulators.ts'
import { signInAsDemo } from './helpers/people.ts'
import { test } from './helpers/test.ts'
import { alertOn, words } from './helpers/words.ts'

const slips = words('ko', 'slips')
const PAGE = '/ko/review/slips'

const goOn = (page: Page) => page.getByRole('button', { name: slips('making.goOn') })
const send = (page: Page) => page.getByRole('button', { name: slips('make.send') })
const elsewhere = (page: Page) => page.getByRole('status').getByText(slips('elsewhere.making'))

/** What was made stays: another try of the same test has to find its own. */
const purposeOf = (what: string) => `${what} ${Date.now()}`

async function begin(page: Page, purpose: string): Promise<void> {
  await signInAsDemo(page, 'ko', '교육청 편집·운영 담당자', PAGE)
  await page.getByLabel(slips('make.school')).fill('두탭중학교')
  await page.getByLabel(slips('make.number')).fill('30')
  await page.getByLabel(slips('make.purpose')).fill(purpose)
  await send(page).click()
}

async function openAnother(context: BrowserContext): Promise<Page> {
  const page = await context.newPage()
  await page.goto(PAGE)
  return page
}

/** One batch, which holds all of them, once. */
async function expectAll(page: Page, purpose: string): Promise<void> {
  const row = page.getByRole('listitem').filter({ hasText: purpose })
  await expect(row).toHaveCount(1)
  await expect(row).toContainText(`${slips('count.all')}30`)
  const issued = Object.values(await storedIn('auditLog')).filter(({ reason }) => reason === purpose)
  expect(issued).toHaveLength(1)
}

test('while one tab makes slips, another says so, and has them in its list afterwards', async ({ page, context }) => {
  let letGo = () => {}
  const held = new Promise<void>((resolve) => (letGo = resolve))
  await context.route('**/documents:commit**', async (route) => {
    await held
    return route.continue()
  })
  const purpose = purposeOf('한 탭에서 만든 묶음')
  await begin(page, purpose)
  await expect(page.getByRole('progressbar')).toBeVisible()
  const other = await openAnother(context)
  await expect(elsewhere(other)).toBeVisible()
  await expect(alertOn(other)).toHaveCount(0)
  await expect(goOn(other)).toBeHidden()
  await expect(send(other)).toBeHidden()
  letGo()
  await expect(page.getByText(slips('made.title'))).toBeVisible()
  await expect(other.getByText(slips('elsewhere.made'))).toBeVisible()
  await expect(send(other)).toBeVisible()
  await expectAll(other, purpose)
})

test('what one tab could not finish goes on in another, and the first one hears of it', async ({ page, context }) => {
  let commits = 0
  let isMended = false
  await context.route('**/documents:commit**', (route) =>
    ++commits < 3 || isMended ? route.continue() : route.abort('connectionreset'),
  )
  const purpose = purposeOf('다른 탭에서 이어 만든 묶음')
  await begin(page, purpose)
  await expect(goOn(page)).toBeVisible()
  const other = await openAnother(context)
  isMended = true
  await goOn(other).click()
  await expect(other.getByText(slips('made.title'))).toBeVisible()
  await expect(goOn(page)).toBeHidden()
  await expect(send(page)).toBeVisible()
  await expectAll(other, purpose)
})

test('what one tab could not finish is given up in another, and the first one says so', async ({ page, context }) => {
  let commits = 0
  await context.route('**/documents:commit**', (route) =>
    ++commits < 3 ? route.continue() : route.abort('connectionreset'),
  )
  await begin(page, purposeOf('다른 탭에서 그만 만든 묶음'))
  await expect(goOn(page)).toBeVisible()
  const other = await openAnother(context)
  await other.getByRole('button', { name: slips('making.giveUp') }).click()
  await expect(send(other)).toBeVisible()
  await expect(page.getByRole('status').getByText(slips('elsewhere.gone'))).toBeVisible()
  await expect(goOn(page)).toBeHidden()
  await expect(send(page)).toBeVisible()
  await expect(page.getByText(slips('made.title'))).toBeHidden()
})

test('what a tab was making when it was closed goes on in another', async ({ page, context }) => {
  let commits = 0
  let isClosed = false
  await context.route('**/documents:commit**', async (route) => {
    // The third one waits, and arrives when its tab is closed or never.
    if (++commits < 3 || isClosed) return route.continue()
  })
  const purpose = purposeOf('닫은 탭의 묶음')
  await begin(page, purpose)
  const other = await openAnother(context)
  await expect(elsewhere(other)).toBeVisible()
  isClosed = true
  await page.close()
  await goOn(other).click()
  await expect(other.getByText(slips('made.title'))).toBeVisible()
  await expectAll(other, purpose)
})
