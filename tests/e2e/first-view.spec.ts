import { expect } from '@playwright/test'
import { hostingFor } from '../../scripts/lib/hosting.ts'
import { test } from './helpers/test.ts'

// As it is deployed: what the service worker asks for breaks no rule either.
test.use({ serviceWorkers: 'allow' })

const PAGES = [
  '/ko',
  '/en',
  '/ko/tasks/1',
  '/en/tasks/2',
  '/en/tasks/3/history',
  '/ko/about',
  '/ko/join',
  '/en/join?again',
  '/ko/nowhere',
]

const { FIREBASE_AUTH_EMULATOR_HOST: auth = '', FIRESTORE_EMULATOR_HOST: firestore = '' } = process.env

/** What firebase.json says of every page; whether its values are the right ones is a unit test's to say. */
const SENT = hostingFor({ auth, firestore }).headers.find(({ source }) => source === '**')?.headers ?? []

/** Reads an anonymous view of a task page may cost: the task, the results, 20 comments. */
const READS = 22

test('nothing of Firebase is asked for before the first paint, and none of sign-in at all', async ({ page }) => {
  await page.goto('/ko/tasks/1')
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  await expect(page.getByRole('article').nth(1)).toBeVisible()
  const { painted, firebase, auth } = await page.evaluate(() => {
    const resources = performance.getEntriesByType('resource')
    const startOf = (part: string) =>
      resources.filter(({ name }) => name.includes(part)).map(({ startTime }) => startTime)
    return {
      painted: performance.getEntriesByName('first-paint')[0]?.startTime ?? Number.NaN,
      firebase: startOf('/assets/fire'),
      auth: startOf('firebase-auth'),
    }
  })
  expect(painted).toBeGreaterThan(0)
  expect(firebase.length).toBeGreaterThan(0)
  expect(Math.min(...firebase)).toBeGreaterThan(painted)
  expect(auth).toEqual([])
})

test('a first view in Korean fetches the letters it shows of the own face, and not the rest', async ({ page }) => {
  const fonts: string[] = []
  page.on('response', (response) => response.url().endsWith('.woff2') && fonts.push(response.url()))
  for (const width of [360, 1280]) {
    await page.setViewportSize({ width, height: 800 })
    for (const path of ['/ko', '/ko/tasks/1', '/ko/tasks/6']) {
      await page.goto(path)
      await page.waitForLoadState('networkidle')
    }
  }
  expect(fonts.filter((font) => font.includes('-reading.'))).not.toEqual([])
  expect(fonts.filter((font) => font.includes('-more.'))).toEqual([])
})

test('an anonymous view of a task page costs 1 read, and at most 22 with its comments', async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 700 })
  let reads = 0
  page.on('response', async (response) => {
    if (!/:(runQuery|batchGet)/.test(response.url())) return
    const answers = (await response.json()) as { document?: unknown; found?: unknown; missing?: unknown }[]
    reads += Math.max(1, answers.filter(({ document, found, missing }) => document ?? found ?? missing).length)
  })
  await page.goto('/en/tasks/1')
  await page.waitForLoadState('networkidle')
  await expect.poll(() => reads).toBe(1)
  await page.locator('#voices').scrollIntoViewIfNeeded()
  await expect(page.getByRole('article').nth(5)).toBeVisible()
  await expect.poll(() => reads).toBeGreaterThan(5)
  expect(reads).toBeLessThanOrEqual(READS)
})

test('every page comes with all headers of the hosting, and breaks none of them', async ({ page }) => {
  const complaints: string[] = []
  page.on('console', (message) => {
    if (message.type() !== 'error' && message.type() !== 'warning') return
    // That a page is not there is what the browser itself says of one that is not.
    if (message.text().includes('404') && message.location().url.endsWith('/nowhere')) return
    complaints.push(`${page.url()}: ${message.text()}`)
  })
  page.on('pageerror', (error) => complaints.push(`${page.url()}: ${error.message}`))
  expect(SENT.length).toBeGreaterThan(5)
  for (const path of PAGES) {
    const answer = await page.goto(path)
    const headers = answer?.headers() ?? {}
    for (const { key, value } of SENT) expect(headers[key.toLowerCase()], `${key} of ${path}`).toBe(value)
    await page.waitForLoadState('networkidle')
  }
  expect(complaints).toEqual([])
})
