import { expect } from '@playwright/test'
import { test } from './helpers/test.ts'
import { words } from './helpers/words.ts'

const ko = words('ko', 'common')
const en = words('en', 'common')

test('the switch keeps the page, and the choice is remembered', async ({ page }) => {
  await page.goto('/ko/tasks/2?from=mail#subtasks')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('디지털·인공지능 시대의 배움')
  // The page as it is served cannot know what else stands in the address.
  await expect(page.getByRole('link', { name: ko('switchLang') })).toHaveAttribute('href', /\?from=mail#subtasks$/)
  await page.getByRole('link', { name: ko('switchLang') }).click()
  await expect(page).toHaveURL(/\/en\/tasks\/2\?from=mail#subtasks$/)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Learning in the age of AI')
  await expect(page.locator('html')).toHaveAttribute('lang', 'en')
  await expect(page).toHaveTitle(/^Task 2: Learning in the age of AI/)
  await page.goto('/')
  await expect(page).toHaveURL(/\/en$/)
  await page.getByRole('link', { name: en('switchLang') }).click()
  await expect(page).toHaveURL(/\/ko$/)
  await expect(page.locator('html')).toHaveAttribute('lang', 'ko')
})

for (const [locale, lang] of [
  ['ko-KR', 'ko'],
  ['en-GB', 'en'],
  ['ja-JP', 'ko'],
] as const) {
  test(`a first visit with a browser in ${locale} starts in ${lang}`, async ({ browser }) => {
    const page = await (await browser.newContext({ locale })).newPage()
    await page.goto('/')
    await expect(page).toHaveURL(new RegExp(`/${lang}$`))
  })
}

test('the home page shows six tasks in both languages, each leading to its page', async ({ page }) => {
  await page.addInitScript(() =>
    addEventListener('alive', () => document.documentElement.setAttribute('data-alive', '')),
  )
  for (const [lang, title] of [
    ['ko', '안전하고 건강한 학교'],
    ['en', 'Safe and healthy schools'],
  ] as const) {
    await page.goto(`/${lang}`)
    await expect(
      page.getByRole('region', { name: words(lang, 'plan')('tasks.title') }).getByRole('heading', { level: 3 }),
    ).toHaveCount(6)
    await expect(page.getByText(words(lang, 'plan')('task.sample'))).toBeVisible()
    // Before that a link leads to another document, with the focus where a browser puts it.
    await page.locator('html[data-alive]').waitFor()
    await page.getByRole('link', { name: title }).click()
    await expect(page).toHaveURL(new RegExp(`/${lang}/tasks/5$`))
    await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible()
    await expect(page.getByRole('main')).toBeFocused()
  }
})

test('the switch of language changes the words and nothing else: easy text, focus', async ({ page }) => {
  await page.goto('/ko/tasks/2')
  await page.getByLabel(words('ko', 'plan')('task.plain')).check()
  await page.getByRole('link', { name: ko('switchLang') }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Learning in the age of AI')
  await expect(page.getByLabel(words('en', 'plan')('task.plain'))).toBeChecked()
  await expect(page.getByRole('link', { name: en('switchLang') })).toBeFocused()
})

test('a link to a part of the page takes the focus along, on a phone to what is folded up too', async ({ page }) => {
  await page.goto('/en')
  await page.getByRole('link', { name: words('en', 'plan')('hero.start') }).focus()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { name: words('en', 'plan')('tasks.title') })).toBeFocused()
  await page.keyboard.press('Tab')
  await expect(page.getByRole('link', { name: 'Basic skills for every learner' })).toBeFocused()

  await page.setViewportSize({ width: 360, height: 700 })
  await page.goto('/en/tasks/2')
  await page.locator('summary').click()
  const groups = words('en', 'plan')('results.title')
  await page.getByRole('link', { name: groups }).last().click()
  await expect(page.getByRole('heading', { name: groups })).toBeInViewport()
  await expect(page.getByRole('heading', { name: groups })).toBeFocused()
})

test('a part whose file does not arrive says so, and the text stays', async ({ page }) => {
  await page.route('**/assets/conversation-*.js', (route) => route.abort())
  await page.goto('/ko/tasks/1')
  await page.locator('#voices').scrollIntoViewIfNeeded()
  await expect(page.getByText(ko('cannotRead.other'))).toBeVisible()
  await expect(page.getByText('받아내림이 있는 뺄셈에서 막힌 아이는')).toBeVisible()
})

test('words that do not arrive are asked for a few times, not without end, and that is said', async ({ page }) => {
  let asked = 0
  await page.route('**/assets/about-*.js', (route) => {
    if (/about-page/.test(route.request().url())) return route.continue()
    asked += 1
    return route.abort()
  })
  await page.goto('/ko')
  await page
    .getByRole('banner')
    .getByRole('link', { name: ko('about') })
    .click()
  await expect(page.getByRole('heading', { level: 1, name: ko('unsaved.title') })).toBeVisible()
  expect(asked).toBeLessThan(5)
})

test('on paper stand the text and the results, and nothing to press', async ({ page }) => {
  await page.goto('/en/tasks/1')
  await expect(page.getByRole('row', { name: 'Parent' })).toBeVisible()
  await page.emulateMedia({ media: 'print' })
  await page.setViewportSize({ width: 650, height: 900 })
  await expect(page.getByRole('row', { name: 'Parent' })).toBeVisible()
  await expect(page.getByRole('button')).toHaveCount(0)
  await expect(page.getByRole('radio')).toHaveCount(0)
  await expect(page.getByRole('navigation')).toHaveCount(0)
})

test('easy words, subtasks by address, replies on demand', async ({ page }) => {
  const plan = words('en', 'plan')
  await page.goto('/en/tasks/1#s2')
  await expect(page.locator('#s2')).toBeInViewport()
  const full = await page.getByRole('article').first().textContent()
  await page.getByLabel(plan('task.plain')).check()
  expect(await page.getByRole('article').first().textContent()).not.toBe(full)
  await page
    .getByRole('button', { name: /^Show \d+ repl/ })
    .first()
    .click()
  await expect(
    page
      .getByRole('list', { name: /^Replies to/ })
      .getByRole('article')
      .first(),
  ).toBeVisible()
})

test('an address without a language leads to its page, a missing file is missing', async ({ page, request }) => {
  await page.goto('/tasks/3?from=poster#subtasks')
  await expect(page).toHaveURL(/\/ko\/tasks\/3\?from=poster#subtasks$/)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('진로와 평생학습')
  expect((await request.get('/assets/no-such-file.js')).status()).toBe(404)
})

test('an address that leads nowhere says so in the language of the address', async ({ page }) => {
  for (const [lang, address] of [
    ['en', '/en/tasks/7'],
    ['ko', '/ko/nowhere'],
  ] as const) {
    await page.goto(address)
    // What is served says it in both languages; the app leaves the one of the address.
    await expect(page.getByRole('heading', { level: 1 })).toHaveCount(1)
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(words(lang, 'not-found')('title'))
  }
})
