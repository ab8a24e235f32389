import { mkdtempSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { expect, type Page } from '@playwright/test'
import { allowing, FOR_APP_CHECK } from '../../scripts/lib/hosting.ts'
import { serveFolder } from '../../scripts/lib/hosting-server.ts'
import { CACHE, packageBin, ROOT } from '../../scripts/lib/paths.ts'
import { freePorts } from '../../scripts/lib/ports.ts'
import { Processes } from '../../scripts/lib/processes.ts'
import { test } from './helpers/test.ts'
import { words } from './helpers/words.ts'

// The SDK, the page and its headers are real. Google's ends, which a machine without Internet cannot reach, are stood in for
// by what their protocol says.

const KEY = 'site-key-of-the-test'
const APP = { apiKey: 'key', projectId: 'demo-checked', authDomain: 'demo-checked.firebaseapp.com', appId: '1:2:web:3' }

/** The first script loads the second, as Google's does, and says so. */
const LOADER = `const part = document.createElement('script')
part.src = 'https://www.gstatic.com/recaptcha/releases/test/recaptcha__ko.js'
document.head.append(part)
window.grecaptcha = { enterprise: {
  ready: (act) => act(),
  render: (_, widget) => { window.widget = widget; return 0 },
  execute: async () => { window.widget.callback(); return 'word-of-' + window.widget.sitekey },
} }`

let folder: string
let url: string

test.beforeAll(async () => {
  test.setTimeout(120_000)
  folder = mkdtempSync(join(CACHE, 'app-check-'))
  const env = { VITE_APP_CHECK_KEY: KEY, VITE_FIREBASE_CONFIG: JSON.stringify(APP), VITE_EMULATORS: '' }
  const built = await new Processes().run(packageBin('tsx'), ['scripts/build.ts', '--out', folder], { cwd: ROOT, env })
  expect(built).toBe(0)
  const [port = 0] = await freePorts(1)
  url = await serveFolder(port, { folder, hosting: allowing(FOR_APP_CHECK) })
})
test.afterAll(() => rmSync(folder, { recursive: true, force: true }))

const CORS = { 'access-control-allow-origin': '*', 'access-control-allow-headers': '*' }

/** Google's ends. @returns what reached them */
async function google(page: Page) {
  const asked = { scripts: [] as string[], exchanges: [] as unknown[], tokens: new Set<string | undefined>() }
  await page.route(/^https:\/\/www\.(google|gstatic)\.com\//, async (route) => {
    asked.scripts.push(route.request().url())
    const body = route.request().url().includes('enterprise.js') ? LOADER : 'window.partIsHere = true'
    await route.fulfill({ contentType: 'text/javascript', body })
  })
  await page.route('https://content-firebaseappcheck.googleapis.com/**', async (route) => {
    if (route.request().method() === 'POST') asked.exchanges.push(route.request().postDataJSON())
    await route.fulfill({ headers: CORS, json: { token: 'token-of-app-check', ttl: '3600s' } })
  })
  await page.route('https://firestore.googleapis.com/**', async (route) => {
    if (route.request().method() === 'POST') asked.tokens.add(route.request().headers()['x-firebase-appcheck'])
    await route.fulfill({ headers: CORS, json: [] })
  })
  return asked
}

async function violations(page: Page): Promise<string[]> {
  const found: string[] = []
  await page.exposeFunction('violated', (what: string) => found.push(what))
  await page.addInitScript(() => {
    addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI, sample }) => {
      ;(globalThis as unknown as { violated(what: string): void }).violated(
        `${violatedDirective} ${blockedURI} ${sample}`,
      )
    })
  })
  return found
}

test('with its key, every question to Firestore proves itself, under the headers of the deployment', async ({
  page,
}) => {
  const [asked, violated] = [await google(page), await violations(page)]
  await page.goto(`${url}/ko/tasks/2`)
  await expect.poll(() => asked.tokens.size).toBeGreaterThan(0)
  await expect.poll(() => page.evaluate('window.partIsHere')).toBe(true)
  expect(asked.scripts).toEqual([
    // The version that gets on with Trusted Types.
    'https://www.google.com/recaptcha/enterprise.js?render=explicit&trustedtypes=true',
    'https://www.gstatic.com/recaptcha/releases/test/recaptcha__ko.js',
  ])
  expect(asked.exchanges).toEqual([{ recaptcha_enterprise_token: `word-of-${KEY}` }])
  expect([...asked.tokens]).toEqual(['token-of-app-check'])
  expect(violated).toEqual([])
})

test('with its key, the page about the site says what goes to Google', async ({ page }) => {
  await page.goto(`${url}/ko/about`)
  await expect(page.getByText(words('ko', 'about')('privacy.processorAppCheck'))).toBeVisible()
})

test('without its key, the page asks Google for nothing and says nothing of it', async ({ page }) => {
  const asked = await google(page)
  await page.goto('/ko/tasks/2')
  await page.getByLabel(words('ko', 'stance')('agree'), { exact: true }).waitFor()
  await page.goto('/ko/about')
  await expect(page.getByText(words('ko', 'about')('privacy.processorText'))).toBeVisible()
  await expect(page.getByText(words('ko', 'about')('privacy.processorAppCheck'))).toBeHidden()
  expect(asked.scripts).toEqual([])
})
