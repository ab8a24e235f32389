import { mkdirSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { type Browser, type BrowserContext, chromium } from '@playwright/test'
import { DEMO_ACCOUNTS } from '#domain/demo-accounts.ts'
import { LANGS } from '#domain/language.ts'
import { browserPath, CHROMIUM_ARGS } from './lib/browser.ts'
import { readFlags, runScript, UserError } from './lib/cli.ts'
import { startE2eStack } from './lib/e2e-stack.ts'
import { ROOT } from './lib/paths.ts'
import { FOR_TESTS, needPrerequisites } from './lib/prerequisites.ts'
import { Processes, stopEverything } from './lib/processes.ts'
import { commentIdOf } from './seed/people.ts'

const HELP = `
npm run screenshots -- [--out FOLDER] [--all | --review]

Takes pictures of the product with its sample data: the task page of README.md in both languages, into docs/images.

  --all          every public page at 360, 768 and 1280 px, light and in high contrast, whole pages, to look at
  --review       the workspace of the education office instead, as somebody with every right
  --out FOLDER   where to (with either of them usually .cache/screenshots)
`

type Contrast = 'no-preference' | 'more'
type Shots = { pages: string[]; widths: number[]; contrasts: Contrast[]; fullPage: boolean; folder: string }

const FOR_README: Shots = {
  pages: ['/tasks/2'],
  widths: [1280],
  contrasts: ['no-preference'],
  fullPage: false,
  folder: 'docs/images',
}
const TO_LOOK_AT: Shots = {
  pages: [
    '',
    '/tasks/2',
    '/tasks/2/history',
    '/priorities',
    '/results',
    '/common-ground',
    '/answers',
    '/present',
    '/about',
    '/join',
    '/nowhere',
  ],
  widths: [360, 768, 1280],
  contrasts: ['no-preference', 'more'],
  fullPage: true,
  folder: '.cache/screenshots',
}

const OF_REVIEW: Shots = {
  ...TO_LOOK_AT,
  pages: [
    '',
    '/inbox',
    `/inbox?open=${commentIdOf('t1-01')}`,
    '/themes',
    '/answers',
    '/insights',
    '/export',
    '/slips',
    '/plan',
    '/plan/2#editor',
    '/staff',
    '/log',
  ].map((path) => `/review${path}`),
  contrasts: ['no-preference'],
}

const processes = new Processes()

async function main(): Promise<undefined> {
  const { out, all, review } = readFlags(HELP, {
    out: { type: 'string' },
    all: { type: 'boolean' },
    review: { type: 'boolean' },
  })
  needPrerequisites(FOR_TESTS)
  const executablePath = browserPath()
  if (!executablePath) throw new UserError('No Chromium was found: set CHROMIUM_PATH.')
  const shots = review ? OF_REVIEW : all ? TO_LOOK_AT : FOR_README
  const folder = resolve(ROOT, out ?? shots.folder)
  mkdirSync(folder, { recursive: true })
  const { url } = await startE2eStack(processes)
  const browser = await chromium.launch({ executablePath, args: CHROMIUM_ARGS })
  const staff = review ? await signedIn(browser, url) : null
  const views = shots.pages.flatMap((path) =>
    LANGS.flatMap((lang) =>
      shots.widths.flatMap((width) => shots.contrasts.map((contrast) => ({ path, lang, width, contrast }))),
    ),
  )
  for (const { path, lang, width, contrast } of views) {
    const details = all || review ? [width, ...(contrast === 'more' ? ['contrast'] : [])] : []
    const file = join(folder, `${[nameOf(path), lang, ...details].join('-')}.png`)
    await shoot(staff ?? browser, { url: `${url}/${lang}${path}`, width, contrast, fullPage: shots.fullPage, file })
    console.log(file)
  }
  await browser.close()
  await processes.stop()
  return undefined
}

/** “history” for “/tasks/2/history”, “tasks” for “/tasks/2”, “open” for “/inbox?open=…”, “editor” for “/plan/2#editor”. */
const nameOf = (path: string) =>
  path
    .replace(/=.*/, '')
    .match(/[a-z]+/g)
    ?.at(-1) ?? 'home'

/** A browser in which somebody with every right is signed in. */
async function signedIn(browser: Browser, url: string): Promise<BrowserContext> {
  const context = await browser.newContext({ timezoneId: 'Asia/Seoul' })
  const page = await context.newPage()
  await page.goto(`${url}/ko/join?again=&next=%2Fko%2Freview`)
  const name = DEMO_ACCOUNTS.find(({ staffRights }) => staffRights?.canManage)?.name.ko ?? ''
  await page.getByRole('button', { name, exact: true }).click()
  await page.waitForURL('**/ko/review')
  await page.close()
  return context
}

type Shot = { url: string; width: number; contrast: Contrast; fullPage: boolean; file: string }

async function shoot(where: Browser | BrowserContext, { url, width, contrast, fullPage, file }: Shot): Promise<void> {
  const size = { width, height: 860 }
  const page = await ('newContext' in where ? where.newPage({ timezoneId: 'Asia/Seoul' }) : where.newPage())
  await page.setViewportSize(size)
  await page.emulateMedia({ contrast })
  await page.goto(url)
  await page.waitForLoadState('networkidle')
  // What comes when somebody comes near, and then back to the top.
  await page.evaluate(() => document.getElementById('voices')?.scrollIntoView())
  await page.waitForTimeout(1500)
  await page.evaluate(() => scrollTo(0, 0))
  await page.screenshot({ path: file, fullPage })
  await page.close()
}

await runScript(main, { cleanUp: stopEverything })
