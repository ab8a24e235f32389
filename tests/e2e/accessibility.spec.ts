import { expect, type Page } from '@playwright/test'
import { LANGS, type Lang } from '#domain/language.ts'
import { newSlipToken } from '#domain/slip.ts'
import { COLOUR_RULES, findings, LAYOUT_RULES } from './helpers/axe.ts'
import { commenting, newcomer } from './helpers/commenting.ts'
import { mailedLink, stored, storeSlip, uidOf } from './helpers/emulators.ts'
import { tabTo } from './helpers/keyboard.ts'
import { answerQuestions, newEmail, signInAsDemo } from './helpers/people.ts'
import { test } from './helpers/test.ts'
import { words } from './helpers/words.ts'

// What the button of a card is called begins or ends so.
const ADD = { ko: /에 스티커 붙이기$/, en: /^Put a sticker on/ }

const PAGES = [
  '',
  '/tasks/1',
  '/tasks/1/history',
  '/priorities',
  '/results',
  '/common-ground',
  '/answers',
  '/present',
  '/about',
  '/join',
  '/join?again',
  '/me',
  '/nowhere',
]

const ROOMS = [
  '',
  '/inbox',
  '/themes',
  '/answers',
  '/insights',
  '/export',
  '/plan',
  '/plan/5',
  '/slips',
  '/staff',
  '/log',
]

type View = readonly [
  /** In pixels. */
  width: number,
  /** The size of the text, in percent. */
  text: number,
  /** In high contrast, which changes colours alone. */
  contrast: 'no-preference' | 'more',
  /** Those to apply, if not all. */
  rules?: readonly string[],
]

const VIEWS: readonly View[] = [
  [1280, 100, 'no-preference'],
  [1280, 200, 'no-preference', LAYOUT_RULES],
  [320, 200, 'no-preference'],
  [320, 100, 'no-preference', LAYOUT_RULES],
  [1280, 100, 'more', COLOUR_RULES],
  [1280, 200, 'more', COLOUR_RULES],
  [320, 200, 'more', COLOUR_RULES],
  [320, 100, 'more', COLOUR_RULES],
]

/** The workspace is a table's work, but can be read narrow, or with large text. */
const ROOM_VIEWS: readonly View[] = [
  [1280, 100, 'no-preference'],
  [1280, 200, 'no-preference', LAYOUT_RULES],
  [320, 100, 'no-preference', LAYOUT_RULES],
  [1280, 100, 'more', COLOUR_RULES],
]

/** The browser's own setting, in which everything is measured. @param percent of what it usually is */
async function setText(page: Page, percent: number): Promise<void> {
  const browser = await page.context().newCDPSession(page)
  await browser.send('Page.setFontSizes', {
    fontSizes: { standard: (16 * percent) / 100, fixed: (13 * percent) / 100 },
  })
  await expect(page.locator('html')).toHaveCSS('font-size', `${(16 * percent) / 100}px`)
}

/** Down to what comes when somebody comes near, and up again, so that all of the page is there. */
async function wholePage(page: Page): Promise<void> {
  await page.waitForLoadState('networkidle')
  const voices = page.locator('#voices')
  if (await voices.isVisible()) {
    await voices.scrollIntoViewIfNeeded()
    await page.getByRole('article').nth(1).waitFor()
  }
  await page.evaluate(() => scrollTo(0, 0))
}

/** Looks at a page in each view: axe finds nothing, and nothing has to be scrolled sideways. */
async function lookAt(page: Page, views: readonly View[]): Promise<void> {
  for (const [width, text, contrast, rules] of views) {
    await page.setViewportSize({ width, height: 800 })
    await setText(page, text)
    await page.emulateMedia({ contrast })
    const view = `at ${width} px, text ${text} %, contrast ${contrast}`
    expect(await findings(page, rules), view).toEqual([])
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
    expect(overflow, `${page.url()} scrolls sideways ${view}`).toBeLessThanOrEqual(0)
  }
}

for (const lang of LANGS) {
  test(`axe finds nothing on any page in ${lang}, wide and narrow, text up to 200 %, in high contrast`, async ({
    page,
  }) => {
    test.setTimeout(180_000)
    for (const path of PAGES) {
      await page.goto(`/${lang}${path}`)
      await wholePage(page)
      await lookAt(page, VIEWS)
    }
  })

  test(`axe finds nothing in any room of the workspace in ${lang}, wide and narrow, in large text and high contrast`, async ({
    page,
  }) => {
    test.setTimeout(180_000)
    const editor = lang === 'ko' ? '교육청 편집·운영 담당자' : 'An editor and manager at the education office'
    await signInAsDemo(page, lang, editor, `/${lang}/review`)
    for (const room of ROOMS) {
      await page.goto(`/${lang}/review${room}`)
      await page.getByRole('heading', { level: 1 }).waitFor()
      await page.waitForLoadState('networkidle')
      await lookAt(page, ROOM_VIEWS)
    }
  })

  test(`axe finds nothing while joining and for somebody who has joined, in ${lang}`, async ({ page }) => {
    const join = words(lang, 'join')
    await page.goto(`/${lang}/join`)
    await page.getByRole('button', { name: join('next') }).click()
    expect(await findings(page)).toEqual([])
    await page.getByRole('radio', { name: new RegExp(`^${join('who.student')} `) }).check()
    await page.getByRole('radio', { name: join('age.no') }).check()
    expect(await findings(page)).toEqual([])
    await answerQuestions(page, { lang, role: 'student' })
    expect(await findings(page)).toEqual([])
    await signInAsDemo(page, lang, lang === 'ko' ? '교사' : 'A teacher', `/${lang}/tasks/2`)
    await page.getByRole('button', { name: new RegExp(`^${words(lang, 'account')('menu')}`) }).click()
    await page.getByRole('button', { name: words(lang, 'comments')('form.send') }).click()
    expect(await findings(page)).toEqual([])
    await page.goto(`/${lang}/me`)
    await page.getByRole('button', { name: words(lang, 'me')('leave.open') }).click()
    expect(await findings(page)).toEqual([])
  })

  test(`axe finds nothing on what somebody does who has joined, narrow, in ${lang}`, async ({ page }) => {
    test.setTimeout(180_000)
    const comments = words(lang, 'comments')
    const priorities = words(lang, 'priorities')
    await page.setViewportSize({ width: 360, height: 800 })
    await newcomer(page, lang, 5)
    const { box, send, sent, said } = commenting(page, lang)
    await box.fill('Call me at 010-1234-5678, you idiots. 전화해 주세요.')
    await send.click()
    await expect(page.getByRole('region', { name: words(lang, 'before-sending')('title') })).toBeFocused()
    expect(await findings(page), 'before sending').toEqual([])
    await page.getByRole('button', { name: words(lang, 'before-sending')('maskAndSend') }).click()
    await sent.waitFor()
    const mine = said('Call me at').first()
    await mine.getByRole('button', { name: comments('item.reply'), exact: true }).click()
    await expect(page.getByLabel(comments('reply.label'))).toBeFocused()
    await mine.getByRole('button', { name: comments('menu.open') }).click()
    expect(await findings(page), 'a reply and a menu').toEqual([])
    await page.getByRole('button', { name: comments('menu.withdraw'), exact: true }).click()
    await page.getByRole('heading', { name: comments('withdraw.title') }).waitFor()
    expect(await findings(page), 'withdrawing').toEqual([])
    await page.goto(`/${lang}/me`)
    await page.getByRole('link', { name: words(lang, 'me')('comments.open', { number: '5' }) }).waitFor()
    expect(await findings(page), 'my participation').toEqual([])
    await page.getByRole('link', { name: words(lang, 'me')('comments.open', { number: '5' }) }).click()
    await mine.waitFor()
    expect(await findings(page), 'one comment').toEqual([])
    await page.goto(`/${lang}/priorities`)
    await page.getByRole('button', { name: ADD[lang] }).first().click()
    await page.getByRole('button', { name: priorities('cast') }).click()
    await expect(page.getByRole('region', { name: priorities('tray') })).toBeFocused()
    await page.getByRole('heading', { name: priorities('receipt.title') }).waitFor()
    expect(await findings(page), 'a vote that is cast').toEqual([])
  })

  test(`axe finds nothing on a slip and where slips are made, in ${lang}`, async ({ page }) => {
    test.setTimeout(180_000)
    const join = words(lang, 'join')
    const slips = words(lang, 'slips')
    const token = newSlipToken()
    await storeSlip(token)
    await page.goto(`/${lang}/join?slip=`)
    await page.getByRole('button', { name: join('slip.code.next') }).click()
    expect(await findings(page), 'a number to type').toEqual([])
    await page.goto(`/${lang}/join?slip=${token}`)
    await page.getByRole('button', { name: join('slip.start') }).waitFor()
    expect(await findings(page), 'a slip').toEqual([])
    await storeSlip(token, { used: true })
    await page.reload()
    await page.getByRole('heading', { name: join('slip.problem.used.title') }).waitFor()
    expect(await findings(page), 'a slip that is used').toEqual([])
    const editor = lang === 'ko' ? '교육청 편집·운영 담당자' : 'An editor and manager at the education office'
    await page.goto(`/${lang}/about`)
    await page.evaluate(() => localStorage.clear())
    await signInAsDemo(page, lang, editor, `/${lang}/review`)
    await page.getByRole('heading', { level: 1, name: words(lang, 'review')('title') }).waitFor()
    expect(await findings(page), 'the workspace').toEqual([])
    await page.goto(`/${lang}/review/slips`)
    await page.getByRole('button', { name: slips('make.send'), exact: true }).click()
    await page
      .getByRole('button', { name: slips('void.open') })
      .first()
      .waitFor()
    expect(await findings(page), 'slips').toEqual([])
    await page
      .getByRole('link', { name: slips('list.print') })
      .first()
      .click()
    await page.getByRole('button', { name: slips('print.send') }).waitFor()
    expect(await findings(page), 'slips to print').toEqual([])
  })
}

const joinByKeyboard = async (page: Page, lang: Lang, email: string) => {
  const join = words(lang, 'join')
  await tabTo(page, new RegExp(`^${join('who.student')}`), 'radio')
  await page.keyboard.press('ArrowDown')
  await expect(page.getByRole('radio', { name: new RegExp(`^${join('who.parent')} `) })).toBeChecked()
  await tabTo(page, join('next'), 'button')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { name: join('step', { step: '2', total: '3' }) })).toBeFocused()
  await tabTo(page, join('consent.agree'), 'checkbox')
  await page.keyboard.press('Space')
  await tabTo(page, join('next'), 'button')
  await page.keyboard.press('Enter')
  await tabTo(page, join('signIn.email'), 'textbox')
  await page.keyboard.type(email)
  await page.keyboard.press('Enter')
  await page.getByText(join('signIn.sent', { email })).waitFor()
  await page.goto(await mailedLink(email))
  await tabTo(page, join('signIn.confirmSend'), 'button')
  await page.keyboard.press('Enter')
  await page.getByRole('button', { name: join('finish.send') }).waitFor()
  await tabTo(page, join('finish.send'), 'button')
  await page.keyboard.press('Enter')
  await page.getByRole('link', { name: join('done.continue') }).waitFor()
  await tabTo(page, join('done.continue'), 'link')
  await page.keyboard.press('Enter')
}

test('joining, taking a stance and commenting by keyboard alone', async ({ page }) => {
  const stance = words('en', 'stance')
  const comments = words('en', 'comments')
  const email = newEmail()
  await page.goto('/en/join?next=%2Fen%2Ftasks%2F4')
  await page.getByRole('heading', { level: 1 }).waitFor()
  await joinByKeyboard(page, 'en', email)
  await page.getByText(comments('list.label')).first().waitFor({ state: 'attached' })
  await tabTo(page, stance('disagree'), 'radio')
  await page.keyboard.press('Space')
  await expect(page.getByText(stance('saved'))).toBeVisible()
  await tabTo(page, comments('form.label'), 'textbox')
  await page.keyboard.type('Typed without a mouse.')
  await tabTo(page, comments('form.send'), 'button')
  await page.keyboard.press('Enter')
  await expect(page.getByText(words('en', 'outbox')('arrived.comment'))).toBeVisible()
  expect(await stored(`tasks/t4/revisions/1/stances/${await uidOf(email)}`)).toMatchObject({ value: 'disagree' })
})
