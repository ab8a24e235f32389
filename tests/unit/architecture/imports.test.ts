import { execFile } from 'node:child_process'
import { rmSync, writeFileSync } from 'node:fs'
import { promisify } from 'node:util'
import { beforeAll, describe, expect, it } from 'vitest'

// Lints small files in the real folders: what counts is not what biome.json says, but what Biome then refuses.

type Case = [what: string, folder: string, code: string]

const FORBIDDEN: Case[] = [
  ['React in the domain', 'domain', "import 'react'"],
  ['the data layer in the domain', 'domain', "import '#data/errors.ts'"],
  ['the data layer in the domain, by a relative path', 'domain', "import '../data/errors.ts'"],
  ['a library in the domain', 'domain', "import 'valibot'"],
  ['Node in the domain', 'domain', "import 'node:fs'"],
  ['Firebase in a feature', 'features/plan', "import 'firebase/auth'"],
  ['Firebase in a feature, loaded later', 'features/plan', "export const load = () => import('firebase/auth')"],
  ['Firestore lite in a feature', 'features/plan', "import { doc } from 'firebase/firestore/lite'\nexport { doc }"],
  ['a package under Firebase in a feature', 'features/plan', "import '@firebase/app'"],
  ['a feature in another one', 'features/plan', "import '#features/join/mutations.ts'"],
  ['a feature in another one, by a relative path', 'features/plan', "import '../join/mutations.ts'"],
  ['a feature in another one, loaded later', 'features/plan', "export const load = () => import('../join/demo.tsx')"],
  ['a type of a feature in another one', 'features/plan', "export type { Answers } from '#features/join/demo.tsx'"],
  ['a feature in a room of the workspace', 'features/review/inbox', "import '../../join/demo.tsx'"],
  ['a feature in a room of the workspace, by its name', 'features/review/inbox', "import '#features/join/demo.tsx'"],
  ['the app in a room of the workspace', 'features/review/inbox', "import '#app/links.ts'"],
  ['the app in a feature', 'features/plan', "import '#app/links.ts'"],
  ['the app in a feature, by a relative path', 'features/plan', "import '../../app/links.ts'"],
  ['the data layer in a component', 'components', "import '#data/storage.ts'"],
  ['the data layer in a component, by a relative path', 'components', "import '../data/storage.ts'"],
  ['a feature in a component', 'components', "import '#features/plan/agreement.ts'"],
  ['the app in a component', 'components', "import '#app/links.ts'"],
  ['Firebase in a component', 'components', "import 'firebase/app'"],
  ['Firebase in the app', 'app', "import 'firebase/app'"],
  ['Firebase in a page of the app', 'app/pages', "import 'firebase/app'"],
  ['the data layer in i18n', 'i18n', "import '#data/storage.ts'"],
  ['a component in i18n', 'i18n', "import '#components/button.tsx'"],
  ['Firebase in i18n', 'i18n', "import 'firebase/app'"],
  ['i18n in the data layer', 'data', "import '#i18n/format.ts'"],
  ['React in the data layer', 'data', "import 'react'"],
  ['a feature in the data layer', 'data', "import '#features/plan/queries.ts'"],
]

const ALLOWED: Case[] = [
  ['the domain in itself', 'domain', "import './roles.ts'"],
  ['how texts differ in the domain', 'domain', "import { diffArrays } from 'diff'"],
  ['the data layer, the domain, components and i18n in a feature', 'features/plan', ''],
  ['its own files in a feature', 'features/plan', "import './agreement.ts'"],
  ['a room of the workspace in another', 'features/review/themes', "import '../inbox/inbox-store.ts'"],
  ['the domain and i18n in a component', 'components', "import '#domain/roles.ts'\nimport '#i18n/format.ts'"],
  ['Firebase and the domain in the data layer', 'data', "import '#domain/roles.ts'\nimport 'firebase/app'"],
  ['the domain in i18n', 'i18n', "import '#domain/language.ts'"],
  ['features in the app', 'app', "import '#features/plan/agreement.ts'"],
]

const whole = "import '#components/tag.tsx'\nimport '#data/me.ts'\nimport '#domain/plan.ts'\nimport '#i18n/format.ts'"
const cases = [...FORBIDDEN, ...ALLOWED].map(([what, folder, code], index) => {
  return { what, path: `src/${folder}/zz-forbidden-${index}.ts`, code: code === '' ? whole : code }
})

type Report = { summary: { unchanged: number }; diagnostics: { category: string; location: { path: string } }[] }

async function lint(paths: string[]): Promise<Report> {
  const biome = promisify(execFile)('node_modules/.bin/biome', [
    'lint',
    '--reporter=json',
    '--max-diagnostics=none',
    ...paths,
  ])
  // Biome ends with 1 where it finds something, which is what this is for.
  const { stdout } = await biome.catch((failure: { stdout: string }) => failure)
  return JSON.parse(stdout) as Report
}

describe('Biome, on an import of', () => {
  const refused = new Set<string>()

  beforeAll(async () => {
    try {
      for (const { path, code } of cases) writeFileSync(path, `${code}\n`)
      const { diagnostics, summary } = await lint(cases.map(({ path }) => path))
      if (summary.unchanged !== cases.length) throw new Error(`Biome read ${summary.unchanged} files`)
      for (const { category, location } of diagnostics) {
        if (category === 'lint/style/noRestrictedImports') refused.add(location.path)
      }
    } finally {
      for (const { path } of cases) rmSync(path, { force: true })
    }
  })

  const pathOf = (what: string) => cases.find((one) => one.what === what)?.path ?? ''

  it.each(FORBIDDEN)('%s, refuses', (what) => expect(refused).toContain(pathOf(what)))

  it.each(ALLOWED)('%s, says nothing', (what) => expect(refused).not.toContain(pathOf(what)))
})
