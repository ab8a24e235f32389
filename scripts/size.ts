import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import filePlugin from '@size-limit/file'
import sizeLimit from 'size-limit'
import { build } from 'vite'
import { readFlags, runScript } from './lib/cli.ts'
import { developmentTraces } from './lib/development-traces.ts'
import { ROOT } from './lib/paths.ts'

const HELP = `
npm run size

Builds the app and weighs what a reader loads, in kB after brotli, against the budgets in scripts/size.ts. Nothing of the
development page of the design system may be in the build.
`

type Chunk = { file: string; imports?: string[]; css?: string[] }
type Manifest = Record<string, Chunk>

/** What has to be there to read a task's page in Korean, the longer of the two languages. */
const TASK_PAGE = ['index.html', 'src/app/pages/task-page.tsx', 'src/i18n/ko.ts']
const READING = ['src/data/tasks.ts', 'src/data/results.ts', 'src/data/comments.ts']

const BUDGETS = [
  { name: 'JavaScript of a task page', entries: TASK_PAGE, kind: 'js', without: [], kilobytes: 115 },
  { name: 'CSS of a task page', entries: TASK_PAGE, kind: 'css', without: [], kilobytes: 9 },
  { name: 'Firebase to read', entries: READING, kind: 'js', without: TASK_PAGE, kilobytes: 36 },
  { name: 'Firebase to act', entries: ['firestore', 'firebase-auth'], kind: 'js', without: [], kilobytes: 50 },
] as const

const OUT_DIR = join(ROOT, '.cache/size')

/** The files that loading these modules brings with it: their own and those they import, not what loads later. */
function filesOf(manifest: Manifest, entries: readonly string[], kind: 'js' | 'css'): Set<string> {
  const files = new Set<string>()
  const visited = new Set<string>()
  const visit = (key: string) => {
    const chunk = manifest[key]
    if (!chunk) throw new Error(`the build has no ${key}`)
    if (visited.has(key)) return
    visited.add(key)
    for (const file of kind === 'js' ? [chunk.file] : (chunk.css ?? [])) files.add(join(OUT_DIR, file))
    for (const imported of chunk.imports ?? []) visit(imported)
  }
  for (const entry of entries) visit(keyOf(manifest, entry))
  return files
}

/** A module's key in the manifest; chunks without a module of their own are found by name. */
const keyOf = (manifest: Manifest, entry: string): string =>
  entry in manifest ? entry : (Object.keys(manifest).find((key) => key.startsWith(`_${entry}-`)) ?? entry)

async function main(): Promise<number> {
  readFlags(HELP, {})
  process.env.VITE_FIREBASE_CONFIG ??= '{}'
  await build({ root: ROOT, logLevel: 'warn', build: { outDir: OUT_DIR, emptyOutDir: true } })
  const manifest = JSON.parse(readFileSync(join(OUT_DIR, '.vite/manifest.json'), 'utf8')) as Manifest
  let heavy = 0
  for (const { name, entries, kind, without, kilobytes } of BUDGETS) {
    const files = [...filesOf(manifest, entries, kind)].filter((file) => !filesOf(manifest, without, kind).has(file))
    const [result] = (await sizeLimit(filePlugin, files)) as { size: number }[]
    const weight = (result?.size ?? Number.NaN) / 1000
    const fits = weight <= kilobytes
    if (!fits) heavy += 1
    console.log(`${fits ? 'fits ' : 'HEAVY'} ${name}: ${weight.toFixed(1)} of ${kilobytes} kB in ${files.length} files`)
  }
  const traces = developmentTraces(OUT_DIR)
  for (const file of traces) console.log(`HEAVY The development page is in ${file}`)
  return heavy + traces.length === 0 ? 0 : 1
}

await runScript(main)
