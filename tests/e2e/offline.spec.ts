import { type BrowserContext, expect, type Page } from '@playwright/test'
import { DEMO_ACCOUNTS } from '#domain/demo-accounts.ts'
import { LANGS } from '#domain/language.ts'
import { proves } from './helpers/faults.ts'
import { answerQuestions, followMailedLink, newEmail, signInAsDemo } from './helpers/people.ts'
import { deployAnother, untilKept } from './helpers/service-worker.ts'
import { test } from './helpers/test.ts'
import { alertOn, words } from './helpers/words.ts'

test.use({ serviceWorkers: 'allow' })

/** What was read and is kept: the queries by their keys. */
const keptReads = (page: Page) =>
  page.evaluate(
    () =>
      new Promise<Record<string, unknown>>((resolve, reject) => {
        const opening = indexedDB.open('madang')
        opening.onerror = () => reject(opening.error)
        opening.onsuccess = () => {
          const db = opening.result
          if (!db.objectStoreNames.contains('read')) return resolve({})
          const store = db.transaction('read').objectStore('read')
          const [keys, values] = [store.getAllKeys(), store.getAll()]
          store.transaction.oncomplete = () => {
            db.close()
            resolve(Object.fromEntries(keys.result.map((key, index) => [String(key), values.result[index]])))
          }
        }
      }),
  )

const untilKeptRead = (page: Page, key: string) =>
  expect.poll(async () => Object.keys(await keptReads(page))).toContainEqual(expect.stringContaining(key))

const goOffline = (context: BrowserContext) => context.setOffline(true)

for (const lang of LANGS) {
  const offline = words(lang, 'offline')
  const sign = (page: Page) => page.getByRole('status').filter({ hasText: offline('sign.title') })

  test(`after one visit every public page can be read without a connection, in ${lang}`, async ({ page, context }) => {
    await page.goto(`/${lang}`)
    await untilKept(page)
    const text = await (await page.request.get(`/${lang}/tasks/4`)).text()
    const taskTitle = /<title>(.*?)<\/title>/.exec(text)?.[1]?.replaceAll('&amp;', '&') ?? ''
    expect((await page.goto(`/${lang}`))?.fromServiceWorker()).toBe(true)
    // Firebase's own addresses are none of its business.
    expect((await page.goto('/__/auth/handler'))?.fromServiceWorker()).toBe(false)
    await page.goBack()
    await goOffline(context)

    await page.reload()
    await expect(page.getByRole('heading', { level: 1, name: words(lang, 'plan')('hero.title') })).toBeVisible()
    await expect(sign(page)).toContainText(offline('sign.kept'))

    // Never opened before: by its address, and by a link.
    await page.goto(`/${lang}/tasks/4`)
    await expect(page).toHaveTitle(taskTitle)
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
    await expect(page.locator('#subtasks, #voices').first()).toBeVisible()
    await expect(sign(page)).toBeVisible()
    await expect(page.getByText(words(lang, 'common')('cannotRead.offline')).first()).toBeVisible()

    // From the start of an installed app, and at an address that only the app knows.
    await page.goto('/')
    await expect(page).toHaveURL(/\/(ko|en)$/)
    await page.goto(`/${lang}/tasks/4/nowhere`)
    await expect(page.getByRole('heading', { level: 1, name: words(lang, 'not-found')('title') })).toBeVisible()
  })

  test(`comments seen before, replies too, are there without a connection, in ${lang}`, async ({ page, context }) => {
    const comments = words(lang, 'comments')
    const list = page.getByRole('list', { name: comments('list.label') })
    await page.goto(`/${lang}/tasks/2`)
    await untilKept(page)
    await expect(list.getByRole('article').nth(2)).toBeVisible()
    const openReplies = page.locator('article button[aria-controls][aria-expanded=false]').first()
    await openReplies.click()
    const replies = page.locator('article + div ol article')
    // With the moments themselves: how long ago they are goes on while the test does.
    const texts = () =>
      list.getByRole('article').evaluateAll((articles) =>
        articles.map((article) => {
          const copy = article.cloneNode(true) as HTMLElement
          for (const time of copy.querySelectorAll('time')) time.textContent = time.dateTime
          return copy.textContent
        }),
      )
    await expect(replies.first()).toBeVisible()
    const [said, replied] = [await texts(), await replies.count()]
    for (const key of ['["comments","t2"', '["replies","t2"', '["results"]']) await untilKeptRead(page, key)
    await expect(page.getByText(comments('list.readAt', { when: '' }).slice(-12))).toHaveCount(0)

    await goOffline(context)
    await page.reload()
    await openReplies.click()
    await expect(replies).toHaveCount(replied)
    expect(await texts()).toEqual(said)
    await expect(page.getByText(comments('list.readAt', { when: '' }).slice(-12))).toBeVisible()
    await expect(sign(page)).toBeVisible()
    // That reading anew failed changes nothing.
    await expect(page.getByRole('alert').filter({ hasText: /./ })).toHaveCount(0)

    await context.setOffline(false)
    await expect(sign(page)).toHaveCount(0)
    await expect(page.getByText(comments('list.readAt', { when: '' }).slice(-12))).toHaveCount(0)
  })
}

test('a network that carries nothing is said to be none, until something comes through', async ({ page, context }) => {
  const sign = page.getByRole('status').filter({ hasText: words('ko', 'offline')('sign.title') })
  const firestore = new RegExp(`${process.env.FIRESTORE_EMULATOR_HOST}/`)
  await context.route(firestore, (route) => route.abort())
  await page.goto('/ko/tasks/3')
  await expect(sign).toBeVisible()
  expect(await page.evaluate(() => navigator.onLine)).toBe(true)
  await context.unroute(firestore)
  // Without anybody's doing: every 15 seconds the page tries again.
  await expect(sign).toHaveCount(0, { timeout: 25_000 })
  await expect(page.getByRole('article').nth(1)).toBeVisible()
})

test(
  'a new version announces itself, waits, and loses no draft',
  proves([
    ['commenting'],
    'service worker of the former version',
    'the new version waits for a press; the draft is there before and after',
  ]),
  async ({ page, context }) => {
    const offline = words('ko', 'offline')
    const box = () => page.getByLabel(words('ko', 'comments')('form.label'))
    const notice = page.getByText(offline('update.text'))
    const otherPage = await context.newPage()
    await page.goto('/ko/tasks/1')
    await untilKept(page)
    await otherPage.goto('/ko/tasks/2')
    await expect(page.locator('html')).not.toHaveAttribute('data-version', '2')
    await box().fill('도서관을 여덟 시까지 열어 주세요.')

    const putBack = deployAnother()
    try {
      await page.evaluate(async () => (await navigator.serviceWorker.getRegistration())?.update())
      await expect(notice).toBeVisible()
      await expect(box()).toHaveValue('도서관을 여덟 시까지 열어 주세요.')
      // A page that is opened meanwhile is still one of the version that is open: they do not mix.
      await otherPage.goto('/ko/tasks/1')
      await expect(otherPage.locator('html')).not.toHaveAttribute('data-version', '2')
      await expect(otherPage.getByText(offline('update.text'))).toBeVisible()

      await page.getByRole('button', { name: offline('update.reload') }).click()
      await expect(page.locator('html')).toHaveAttribute('data-version', '2')
      await expect(box()).toHaveValue('도서관을 여덟 시까지 열어 주세요.')
      await expect(notice).toHaveCount(0)
      // The other tab was not reloaded under somebody's hands.
      await expect(otherPage.locator('html')).not.toHaveAttribute('data-version', '2')
      await otherPage.getByRole('button', { name: offline('update.reload') }).click()
      await expect(otherPage.locator('html')).toHaveAttribute('data-version', '2')
    } finally {
      putBack()
    }
  },
)

test(
  'joining on a former version, on a device that never signed in, is led into the new one, and is no lost connection',
  proves([
    ['joining'],
    'service worker of the former version',
    'said: a new version; the answers stay; joined with it',
  ]),
  async ({ page }) => {
    const [join, offline, errors] = [words('ko', 'join'), words('ko', 'offline'), words('ko', 'errors')]
    const person = { lang: 'ko', role: 'parent', district: 'mapo', email: newEmail() } as const
    const reload = page.getByRole('button', { name: offline('update.reload') })
    await page.goto('/ko/join')
    await untilKept(page)
    const putBack = deployAnother({ signIn: true })
    try {
      // Of the former version, which alone is on the device.
      await page.goto('/ko/join')
      await answerQuestions(page, person)
      await page.getByLabel(join('signIn.email')).fill(person.email)
      await page.getByRole('button', { name: join('signIn.send') }).click()
      await expect(alertOn(page)).toHaveText(errors('outdated'))
      await expect(page.getByText(offline('sign.title'))).toHaveCount(0)
      await reload.click()
      await expect(page.getByRole('radio', { checked: true })).toHaveCount(1)
      await answerQuestions(page, person)
      await followMailedLink(page, person)
      await page.getByRole('button', { name: join('finish.send') }).click()
      await expect(page.getByText(join('done.title'))).toBeVisible()
    } finally {
      putBack()
    }
  },
)

test('what a former version lacked on the server is there once that is put back, whatever the browser keeps', async ({
  page,
}) => {
  const [join, errors] = [words('ko', 'join'), words('ko', 'errors')]
  const email = newEmail()
  await page.goto('/ko/join')
  await untilKept(page)
  const putBack = deployAnother({ signIn: true })
  try {
    await page.goto('/ko/join')
    await answerQuestions(page, { lang: 'ko', role: 'parent', district: 'mapo' })
    await page.getByLabel(join('signIn.email')).fill(email)
    await page.getByRole('button', { name: join('signIn.send') }).click()
    await expect(alertOn(page)).toHaveText(errors('outdated'))
  } finally {
    putBack()
  }
  await page.getByRole('button', { name: join('signIn.send') }).click()
  await expect(page.getByText(join('signIn.sent', { email }))).toBeVisible()
})

test('the site can be installed', async ({ page, context }) => {
  await page.goto('/ko')
  await untilKept(page)
  const browser = await context.newCDPSession(page)
  const { errors, data = '{}' } = await browser.send('Page.getAppManifest')
  expect(errors).toEqual([])
  expect(JSON.parse(data)).toMatchObject({ name: words('ko', 'common')('name'), lang: 'ko', start_url: '/' })
  const { installabilityErrors } = await browser.send('Page.getInstallabilityErrors')
  // A test's window is a private one.
  expect(installabilityErrors.filter(({ errorId }) => errorId !== 'in-incognito')).toEqual([])
  const { icons } = JSON.parse(data) as { icons: { src: string; type: string }[] }
  for (const { src, type } of [...icons, { src: '/icons/apple-touch-180.png', type: 'image/png' }]) {
    expect((await page.request.get(src)).headers()['content-type']).toBe(type)
  }
})

test('nothing private is kept: not while somebody is signed in, nor after', async ({ page }) => {
  const parent = DEMO_ACCOUNTS.find(({ role }) => role === 'parent')
  if (!parent) throw new Error('no parent to sign in as')
  await signInAsDemo(page, 'ko', parent.name.ko, '/ko/tasks/1')
  await expect(page.getByRole('article').nth(1)).toBeVisible()
  await untilKeptRead(page, '["comments","t1"')
  await page.getByRole('button', { name: new RegExp(`^${words('ko', 'account')('menu')}`) }).click()
  await page.getByRole('button', { name: words('ko', 'account')('signOut') }).click()
  await expect(page.getByRole('banner').getByRole('link', { name: words('ko', 'account')('join') })).toBeVisible()
  expect(await page.evaluate(() => localStorage.getItem('madang:participant'))).toBeNull()
  const kept = await keptReads(page)
  const names = new Set(Object.keys(kept).map((key) => (JSON.parse(key) as string[])[0]))
  expect(
    [...names].filter((name) => !['plan', 'task', 'results', 'comments', 'replies', 'answers'].includes(name ?? '')),
  ).toEqual([])
  expect(JSON.stringify(kept)).not.toContain(parent.email)
})
