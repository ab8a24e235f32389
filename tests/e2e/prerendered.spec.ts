import { expect, type Page } from '@playwright/test'
import { LANGS } from '#domain/language.ts'
import { publishTitle } from './helpers/emulators.ts'
import { test } from './helpers/test.ts'
import { words } from './helpers/words.ts'

// As it is deployed: what the service worker asks for breaks no rule either.
test.use({ serviceWorkers: 'allow' })

/** What the browser complains about, hydration that does not match included. */
function complaintsOf(page: Page): string[] {
  const complaints: string[] = []
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') complaints.push(message.text())
  })
  page.on('pageerror', (error) => complaints.push(error.message))
  return complaints
}

/** The addresses of the sitemap, without the site. */
async function listedPages(page: Page): Promise<string[]> {
  const sitemap = await (await page.request.get('/sitemap.xml')).text()
  return [...sitemap.matchAll(/<loc>https:\/\/[^/]+([^<]*)<\/loc>/g)].map(([, path = '']) => path)
}

test.describe('without scripts', () => {
  test.use({ javaScriptEnabled: false })

  test('every page in the sitemap has its text, title, language and addresses', async ({ page }) => {
    const paths = await listedPages(page)
    expect(paths.length).toBeGreaterThanOrEqual(14)
    for (const path of paths) {
      const answer = await page.goto(path)
      expect(answer?.status(), path).toBe(200)
      const lang = path.slice(1, 3) as 'ko' | 'en'
      await expect(page.locator('html')).toHaveAttribute('lang', lang)
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
      await expect(page).toHaveTitle(new RegExp(words(lang, 'common')('name')))
      const canonical = await page.locator('link[rel=canonical]').getAttribute('href')
      expect(new URL(canonical ?? '').pathname).toBe(path)
      for (const other of LANGS) {
        const twin = await page.locator(`link[rel=alternate][hreflang=${other}]`).getAttribute('href')
        expect(paths).toContain(new URL(twin ?? '').pathname)
      }
      for (const name of ['description', 'og:title', 'og:description', 'og:url', 'og:image']) {
        const content = await page.locator(`meta[name="${name}"], meta[property="${name}"]`).getAttribute('content')
        expect(content?.length, `${name} of ${path}`).toBeGreaterThan(1)
      }
    }
  })

  test('a task page is the whole text in the right language', async ({ page }) => {
    await page.goto('/en/tasks/1')
    await expect(page.getByText('A child who gets stuck on subtraction')).toBeVisible()
    await page.goto('/ko/tasks/1')
    await expect(page.getByText('받아내림이 있는 뺄셈에서 막힌 아이는')).toBeVisible()
  })
})

for (const path of ['/ko', '/en/tasks/2', '/ko/join']) {
  test(`${path} comes to life as it stands: nothing of it is drawn anew`, async ({ page }) => {
    const complaints = complaintsOf(page)
    let release = () => {}
    const held = new Promise<void>((resolve) => {
      release = resolve
    })
    await page.route('**/assets/index-*.js', async (route) => {
      await held
      await route.continue()
    })
    await page.goto(path, { waitUntil: 'commit' })
    const heading = page.getByRole('heading', { level: 1 })
    await heading.evaluate((element) => element.setAttribute('data-from', 'the build'))
    const before = await page.title()
    release()
    // Alive: the switch of language no longer loads a page.
    await page.waitForFunction(() =>
      Object.keys(document.getElementById('root') ?? {}).some((key) => key.startsWith('__reactContainer')),
    )
    await page.waitForLoadState('networkidle')
    await expect(heading).toHaveAttribute('data-from', 'the build')
    expect(await page.title()).toBe(before)
    expect(await page.locator('title').count()).toBe(1)
    expect(await page.locator('link[rel=canonical]').count()).toBe(path.endsWith('join') ? 0 : 1)
    expect(complaints).toEqual([])
  })
}

test('what is pressed before a page is alive is done once it is', async ({ page }) => {
  const holdCode = async () => {
    let release = () => {}
    const held = new Promise<void>((resolve) => {
      release = resolve
    })
    await page.unrouteAll()
    await page.route('**/assets/mount-*.js', (route) => held.then(() => route.continue()))
    return () => release()
  }
  let comeAlive = await holdCode()
  await page.goto('/ko/priorities')
  const priorities = words('ko', 'priorities')
  const left = (count: string) => priorities('left_other', { count })
  const buttons = page.getByRole('button', { name: /에 스티커 붙이기$/ })
  await buttons.nth(1).click()
  await buttons.nth(2).click()
  const tray = page.getByRole('region', { name: priorities('tray') })
  await expect(tray).toContainText(left('5'))
  comeAlive()
  await expect(tray).toContainText(left('3'))
  // And only once: from now on, each press is heard as it comes.
  await buttons.nth(3).click()
  await expect(tray).toContainText(left('2'))

  comeAlive = await holdCode()
  await page.goto('/ko/tasks/1')
  const article = page.getByRole('article').first()
  const full = await article.textContent()
  await page.getByLabel(words('ko', 'plan')('task.plain')).check()
  comeAlive()
  await expect(article).not.toHaveText(full ?? '')
})

test('what stands in the place of a page that did not come to life can be pressed', async ({ page }) => {
  await page.route('**/assets/about-page-*.js', (route) => route.abort())
  await page.goto('/ko/about')
  const again = page.getByRole('button', { name: words('ko', 'common')('unsaved.act') })
  await expect(again).toBeVisible()
  await page.unrouteAll()
  await again.click()
  await expect(again).toBeHidden()
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
})

test('what a page says of itself changes with the page', async ({ page }) => {
  await page.goto('/ko')
  await page.getByRole('link', { name: '안전하고 건강한 학교' }).click()
  await expect(page).toHaveTitle('과제 5. 안전하고 건강한 학교 – 서울교육마당')
  await expect(page.locator('title')).toHaveCount(1)
  await expect(page.locator('link[rel=canonical]')).toHaveAttribute('href', /\/ko\/tasks\/5$/)
})

test('a text published after the build takes its place quietly', async ({ page }) => {
  const takeBack = await publishTitle('t6', 'en', 'A newer title')
  try {
    await page.goto('/en/tasks/6')
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('A newer title')
    await expect(page.getByText(words('en', 'plan')('task.newer', { revision: '2' }))).toBeVisible()
    await expect(page.getByRole('main')).not.toBeFocused()
  } finally {
    await takeBack()
  }
})

test('addresses that lead nowhere answer 404 and say so in their language', async ({ page }) => {
  for (const [path, lang] of [
    ['/ko/nowhere', 'ko'],
    ['/en/tasks/7', 'en'],
    ['/en/tasks/1/nothing', 'en'],
  ] as const) {
    const answer = await page.goto(path)
    expect(answer?.status()).toBe(404)
    await expect(page.getByRole('heading', { level: 1, name: words(lang, 'not-found')('title') })).toBeVisible()
    await expect(page).toHaveTitle(new RegExp(words(lang, 'not-found')('title')))
  }
  expect((await page.request.get('/assets/gone-1234.js')).status()).toBe(404)
})

test('an address without a language leads to the preferred one and shows nothing before', async ({ browser }) => {
  const page = await (await browser.newContext({ locale: 'en-GB' })).newPage()
  await page.goto('/tasks/2?from=mail#subtasks')
  await expect(page).toHaveURL(/\/en\/tasks\/2\?from=mail#subtasks$/)
  await page.goto('/')
  await expect(page).toHaveURL(/\/en$/)
  const door = await (await page.request.get('/')).text()
  expect(door.replace(/.*<body>|<noscript>.*?<\/noscript>|<\/body>.*/gs, '').trim()).toBe('')
  await page.context().close()
})
