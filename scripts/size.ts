import { join } from 'node:path'
import filePlugin from '@size-limit/file'
import sizeLimit from 'size-limit'
import { build } from 'vite'
import { readFlags, runScript } from './lib/cli.ts'
import { filesOf, readManifest } from './lib/manifest.ts'
import { ROOT } from './lib/paths.ts'

const HELP = `
npm run size

Builds the app and weighs what a reader loads, in kB after brotli, against the budgets in scripts/size.ts.
`

/** What has to be there to read a task's page in Korean, the longer of the two languages. */
const TASK_PAGE = ['index.html', 'src/app/pages/task-page.tsx', 'src/i18n/ko.ts', 'virtual:plan/t5']
const HOME_PAGE = ['index.html', 'src/app/pages/home-page.tsx', 'src/i18n/ko.ts']
const READING = ['src/data/tasks.ts', 'src/data/results.ts', 'src/data/comments.ts']

const BUDGETS = [
  { name: 'JavaScript of a task page', entries: TASK_PAGE, kind: 'js', without: [], kilobytes: 115 },
  { name: 'JavaScript of the home page', entries: HOME_PAGE, kind: 'js', without: [], kilobytes: 115 },
  { name: 'CSS of a task page', entries: TASK_PAGE, kind: 'css', without: [], kilobytes: 9 },
  { name: 'Firebase to read', entries: READING, kind: 'js', without: TASK_PAGE, kilobytes: 36 },
  { name: 'Firebase to act', entries: ['firestore', 'firebase-auth'], kind: 'js', without: [], kilobytes: 50 },
] as const

const OUT_DIR = join(ROOT, '.cache/size')

async function main(): Promise<number> {
  readFlags(HELP, {})
  process.env.VITE_FIREBASE_CONFIG ??= '{}'
  await build({ root: ROOT, logLevel: 'warn', build: { outDir: OUT_DIR, emptyOutDir: true } })
  const manifest = readManifest(OUT_DIR)
  let heavy = 0
  for (const { name, entries, kind, without, kilobytes } of BUDGETS) {
    const files = [...filesOf(manifest, entries, kind)].filter((file) => !filesOf(manifest, without, kind).has(file))
    const paths = files.map((file) => join(OUT_DIR, file))
    const [result] = (await sizeLimit(filePlugin, paths)) as { size: number }[]
    const weight = (result?.size ?? Number.NaN) / 1000
    const fits = weight <= kilobytes
    if (!fits) heavy += 1
    console.log(`${fits ? 'fits ' : 'HEAVY'} ${name}: ${weight.toFixed(1)} of ${kilobytes} kB in ${files.length} files`)
  }
  return heavy === 0 ? 0 : 1
}

await runScript(main)
