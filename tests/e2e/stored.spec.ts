import { expect, type Page } from '@playwright/test'
import { answerQuestions, signInAsDemo } from './helpers/people.ts'
import { test } from './helpers/test.ts'
import { words } from './helpers/words.ts'

test.use({ serviceWorkers: 'allow' })

/** By what name the page about the site speaks of a key: tasks and people have one each, and what follows others is of no matter. */
const nameOf = (key: string) =>
  key
    .replace(/@.*/, '')
    .replace(/:t[1-6]$/, ':t1')
    .replace(/^(firebase:authUser|madang:outbox):.*/, '$1')

const storedHere = (page: Page) =>
  page.evaluate(async () => ({
    keys: Object.keys(localStorage),
    databases: (await indexedDB.databases()).map(({ name = '' }) => name),
    caches: (await caches.keys()).length,
    cookies: document.cookie,
    session: Object.keys(sessionStorage),
  }))

/** Firebase opens it to see whether that is possible, and deletes it at once. */
const TRIED = 'validate-browser-context-for-indexeddb-analytics-module'

test('whatever this site leaves on a device is named on the page about it', async ({ page, context }) => {
  const [common, stance, comments, join] = ['common', 'stance', 'comments', 'join'].map((file) => words('en', file))
  const seen = { keys: new Set<string>(), databases: new Set<string>(), caches: 0 }
  const look = async () => {
    const { keys, databases, caches, cookies, session } = await storedHere(page)
    for (const key of keys) seen.keys.add(nameOf(key))
    for (const name of databases) if (name !== TRIED) seen.databases.add(name)
    seen.caches = Math.max(seen.caches, caches)
    expect([cookies, session]).toEqual(['', []])
  }

  await page.goto('/ko/tasks/2')
  // Before the page is alive, the switch is a link that keeps nothing.
  await page.getByLabel(words('ko', 'stance')('agree'), { exact: true }).waitFor()
  await page.getByRole('link', { name: words('ko', 'common')('switchLang') }).click()
  await page.getByRole('button', { name: common?.('display.open') ?? '' }).click()
  await page.getByText(common?.('display.high-contrast') ?? '').click()
  await page.getByLabel(common?.('display.sizes.4') ?? '').check()
  await page.keyboard.press('Escape')
  await page.getByLabel(stance?.('agree') ?? '', { exact: true }).check()
  await page.getByLabel(comments?.('form.label') ?? '', { exact: true }).fill('Kept on this device.')
  await page.evaluate(() => navigator.serviceWorker.ready)
  await look()
  await page.goto('/en/priorities')
  await page
    .getByRole('button', { name: /^Put a sticker on/ })
    .first()
    .click()
  await look()
  await page.goto('/en/join')
  await answerQuestions(page, { lang: 'en', role: 'student' })
  await page.getByLabel(join?.('signIn.email') ?? '').fill('somebody@example.com')
  await page.getByRole('button', { name: join?.('signIn.send') ?? '' }).click()
  await page.getByText(join?.('signIn.sent', { email: 'somebody@example.com' }) ?? '').waitFor()
  await look()
  await signInAsDemo(page, 'en', 'A parent', '/en/tasks/2')
  // What cannot be sent waits.
  await page.locator('#voices').scrollIntoViewIfNeeded()
  await page.getByLabel(comments?.('form.label') ?? '', { exact: true }).waitFor()
  await context.setOffline(true)
  await page.getByRole('button', { name: comments?.('form.send') ?? '' }).click()
  await look()
  await context.setOffline(false)

  // All of it was there to be seen.
  expect([...seen.keys].toSorted()).toEqual([
    'firebase:authUser',
    'madang:draft:ballot',
    'madang:draft:comment:t1',
    'madang:draft:join',
    'madang:draft:stance:t1',
    'madang:lang',
    'madang:last-answer',
    'madang:link-email',
    'madang:outbox',
    'madang:participant',
    'madang:seen:t1',
    'madang:signed-in',
    'madang:text-size',
    'madang:theme',
  ])
  expect(seen.caches).toBeGreaterThan(0)
  await page.goto('/en/about#device')
  const named = await page.getByRole('main').textContent()
  for (const name of [...seen.keys, ...seen.databases, 'Cache Storage']) expect(named).toContain(name)
})
