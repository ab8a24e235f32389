import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { type Browser, chromium } from '@playwright/test'
import { LANGS } from '#domain/language.ts'
import { browserPath, CHROMIUM_ARGS } from './lib/browser.ts'
import { readFlags, runScript, UserError } from './lib/cli.ts'
import { startE2eStack } from './lib/e2e-stack.ts'
import { ROOT } from './lib/paths.ts'
import { FOR_TESTS, needPrerequisites } from './lib/prerequisites.ts'
import { Processes, stopEverything } from './lib/processes.ts'

const HELP = `
npm run screenshots -- [--out FOLDER] [--all]

Takes pictures of the product with its sample data: the task page of README.md in both languages, into docs/images.

  --all          every public page at 360, 768 and 1280 px, light and in high contrast, whole pages, to look at
  --out FOLDER   where to (with --all usually .cache/screenshots)
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

const processes = new Processes()

async function main(): Promise<undefined> {
  const { out, all } = readFlags(HELP, { out: { type: 'string' }, all: { type: 'boolean' } })
  needPrerequisites(FOR_TESTS)
  const executablePath = browserPath()
  if (!executablePath) throw new UserError('No Chromium was found: set CHROMIUM_PATH.')
  const shots = all ? TO_LOOK_AT : FOR_README
  const folder = join(ROOT, out ?? shots.folder)
  mkdirSync(folder, { recursive: true })
  const { url } = await startE2eStack(processes)
  const browser = await chromium.launch({ executablePath, args: CHROMIUM_ARGS })
  const views = shots.pages.flatMap((path) =>
    LANGS.flatMap((lang) =>
      shots.widths.flatMap((width) => shots.contrasts.map((contrast) => ({ path, lang, width, contrast }))),
    ),
  )
  for (const { path, lang, width, contrast } of views) {
    const details = all ? [width, ...(contrast === 'more' ? ['contrast'] : [])] : []
    const file = join(folder, `${[nameOf(path), lang, ...details].join('-')}.png`)
    await shoot(browser, { url: `${url}/${lang}${path}`, width, contrast, fullPage: shots.fullPage, file })
    console.log(file)
  }
  await browser.close()
  await processes.stop()
  return undefined
}

/** “history” for “/tasks/2/history”, “tasks” for “/tasks/2”. */
const nameOf = (path: string) => path.match(/[a-z]+/g)?.at(-1) ?? 'home'

type Shot = { url: string; width: number; contrast: Contrast; fullPage: boolean; file: string }

async function shoot(browser: Browser, { url, width, contrast, fullPage, file }: Shot): Promise<void> {
  const page = await browser.newPage({ viewport: { width, height: 860 }, timezoneId: 'Asia/Seoul', contrast })
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
