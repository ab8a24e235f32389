import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { type Browser, chromium } from '@playwright/test'
import { LANGS } from '#domain/language.ts'
import { browserPath } from './lib/browser.ts'
import { readFlags, runScript, UserError } from './lib/cli.ts'
import { startE2eStack } from './lib/e2e-stack.ts'
import { ROOT } from './lib/paths.ts'
import { FOR_TESTS, needPrerequisites } from './lib/prerequisites.ts'
import { Processes, stopEverything } from './lib/processes.ts'

const HELP = `
npm run screenshots -- [--out FOLDER] [--all]

Takes pictures of the product with its sample data: the task page of README.md in both languages, into docs/images.

  --all          every public page at 360, 768 and 1280 px, whole pages, to look at
  --out FOLDER   where to (with --all usually .cache/screenshots)
`

const FOR_README = { pages: ['/tasks/2'], widths: [1280], fullPage: false, folder: 'docs/images' }
const TO_LOOK_AT = {
  pages: ['', '/tasks/2', '/tasks/2/history', '/about', '/join', '/nowhere'],
  widths: [360, 768, 1280],
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
  const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu'] })
  for (const path of shots.pages) {
    for (const lang of LANGS) {
      for (const width of shots.widths) {
        const name = [nameOf(path), lang, ...(all ? [width] : [])].join('-')
        await shoot(browser, `${url}/${lang}${path}`, width, shots.fullPage, join(folder, `${name}.png`))
        console.log(join(folder, `${name}.png`))
      }
    }
  }
  await browser.close()
  await processes.stop()
  return undefined
}

/** “history” for “/tasks/2/history”, “tasks” for “/tasks/2”. */
const nameOf = (path: string) => path.match(/[a-z]+/g)?.at(-1) ?? 'home'

async function shoot(browser: Browser, url: string, width: number, fullPage: boolean, file: string): Promise<void> {
  const page = await browser.newPage({ viewport: { width, height: 860 }, timezoneId: 'Asia/Seoul' })
  await page.goto(url)
  await page.waitForLoadState('networkidle')
  // Data comes after the first paint; the network is quiet before it and after it.
  await page.waitForTimeout(1500)
  await page.screenshot({ path: file, fullPage })
  await page.close()
}

await runScript(main, { cleanUp: stopEverything })
