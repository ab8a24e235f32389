import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import filePlugin from '@size-limit/file'
import sizeLimit from 'size-limit'
import { build } from 'vite'
import { readFlags, runScript } from './lib/cli.ts'
import { developmentTraces } from './lib/development-traces.ts'
import { filesOf, readManifest } from './lib/manifest.ts'
import { ROOT } from './lib/paths.ts'
import { LIFE, prerendered, prerenderSite } from './lib/prerender.ts'
import { siteUrl } from './lib/site-url.ts'

const HELP = `
npm run size

Builds the app and weighs what a reader loads, in kB after brotli, against the budgets in scripts/size.ts. Nothing of the
development page of the design system may be in the build.
`

/** What has to be there to read a task's page in Korean, the longer of the two languages. */
const TASK_PAGE = ['index.html', LIFE, 'src/app/pages/task-page.tsx', 'src/i18n/ko.ts', 'virtual:plan/t5/ko']
const HOME_PAGE = ['index.html', LIFE, 'src/app/pages/home-page.tsx', 'src/i18n/ko.ts']
/** What a first view asks Firestore for; comments come when somebody goes down to them. */
const READING = ['src/data/tasks.ts', 'src/data/results.ts']

const BUDGETS = [
  { name: 'JavaScript of a task page', entries: TASK_PAGE, kind: 'js', without: [], kilobytes: 115 },
  { name: 'JavaScript of the home page', entries: HOME_PAGE, kind: 'js', without: [], kilobytes: 115 },
  { name: 'CSS of a task page', entries: TASK_PAGE, kind: 'css', without: [], kilobytes: 9 },
  { name: 'Firebase to read', entries: READING, kind: 'js', without: TASK_PAGE, kilobytes: 36 },
  { name: 'Firebase to act', entries: ['firebase-firestore', 'firebase-auth'], kind: 'js', without: [], kilobytes: 50 },
] as const

/** A page's own text and styles: one round trip of a new connection. */
const PAGE_KILOBYTES = 14
const FONT_KILOBYTES = 55

const OUT_DIR = join(ROOT, '.cache/size')

async function main(): Promise<number> {
  readFlags(HELP, {})
  process.env.VITE_FIREBASE_CONFIG ??= '{}'
  await build({ root: ROOT, logLevel: 'warn', build: { outDir: OUT_DIR, emptyOutDir: true } })
  await prerenderSite(OUT_DIR, siteUrl(process.env))
  const manifest = readManifest(OUT_DIR)
  const verdicts: boolean[] = []
  for (const { name, entries, kind, without, kilobytes } of BUDGETS) {
    const files = [...filesOf(manifest, entries, kind)].filter((file) => !filesOf(manifest, without, kind).has(file))
    verdicts.push(judge(name, await brotli(files), kilobytes, `in ${files.length} files`))
  }
  const pages = await Promise.all(prerendered(OUT_DIR).map(async (page) => ({ page, kilobytes: await brotli(page) })))
  const worst = pages.reduce((one, other) => (other.kilobytes > one.kilobytes ? other : one))
  const named = `of ${pages.length} pages, the heaviest ${worst.page[0]}`
  verdicts.push(judge('HTML and CSS of a page', worst.kilobytes, PAGE_KILOBYTES, named))
  const fonts = readdirSync(join(OUT_DIR, 'fonts')).filter((file) => file.endsWith('.woff2'))
  // Compressed already.
  const bytes = fonts.reduce((sum, file) => sum + statSync(join(OUT_DIR, 'fonts', file)).size, 0)
  verdicts.push(judge('Fonts', bytes / 1000, FONT_KILOBYTES, `in ${fonts.length} files`))
  // Firebase comes once a page has been painted, and not with it.
  for (const [file = ''] of prerendered(OUT_DIR)) {
    if (!/\/firebase-\w+-[\w-]+\.js/.test(readFileSync(join(OUT_DIR, file), 'utf8'))) continue
    verdicts.push(false)
    console.log(`HEAVY ${file} asks for Firebase before it is painted`)
  }
  for (const file of developmentTraces(OUT_DIR)) {
    verdicts.push(false)
    console.log(`HEAVY The development page is in ${file}`)
  }
  return verdicts.every(Boolean) ? 0 : 1
}

async function brotli(files: readonly string[]): Promise<number> {
  const [result] = (await sizeLimit(
    filePlugin,
    files.map((file) => join(OUT_DIR, file)),
  )) as { size: number }[]
  return (result?.size ?? Number.NaN) / 1000
}

function judge(name: string, weight: number, kilobytes: number, details: string): boolean {
  const fits = weight <= kilobytes
  console.log(`${fits ? 'fits ' : 'HEAVY'} ${name}: ${weight.toFixed(1)} of ${kilobytes} kB ${details}`)
  return fits
}

await runScript(main)
