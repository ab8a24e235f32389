import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { build } from 'vite'
import { readFlags, runScript } from './lib/cli.ts'
import { shippedIn, tableOf } from './lib/licences.ts'
import { CACHE, ROOT } from './lib/paths.ts'

const HELP = `
npm run licences -- [--check] [--of FOLDER]

Lists in docs/licences.md whose work is in the page, and under which licence. The texts themselves go out with the page, as
/licences.txt.

  --check   only says whether the list is true
  --of      a build that is there, such as .cache/size; otherwise one is made
`

const FILE = join(ROOT, 'docs/licences.md')

async function main(): Promise<number> {
  const { check, of } = readFlags(HELP, { check: { type: 'boolean' }, of: { type: 'string' } })
  const text = page(tableOf(shippedIn(of ? join(ROOT, of) : await built())))
  if (!check) writeFileSync(FILE, text)
  else if (readFileSync(FILE, 'utf8') !== text) {
    console.error('docs/licences.md does not list what is in the page: run “npm run licences”.')
    return 1
  }
  console.log(check ? 'docs/licences.md is true.' : 'Written: docs/licences.md.')
  return 0
}

async function built(): Promise<string> {
  const outDir = join(CACHE, 'licences')
  process.env.VITE_FIREBASE_CONFIG ??= '{}'
  await build({ root: ROOT, logLevel: 'warn', build: { outDir, emptyOutDir: true } })
  return outDir
}

const page = (table: string): string => `# Whose work is in the page

Made by \`npm run licences\`, and held true by \`npm run check\`. The texts of these licences go out with every build, as
\`/licences.txt\`.

${table}

Besides:

- The typeface of headings and buttons is a subset of **Pretendard GOV**, under the SIL Open Font License 1.1
  (\`public/fonts/LICENSE.txt\`).
- The colours are those of [KRDS](https://www.krds.go.kr), the design system of the Korean government, under its own terms of
  use.
- Loaded from Google and not part of the build: its sign-in window, when somebody asks for it, and reCAPTCHA where App Check
  is on (then \`firebase/app-check\`, Apache-2.0, is in the page too).
- Numbers of schools, students and teachers: Seoul Metropolitan Office of Education, 2023 key-work document, as of
  1 April 2022.

What only builds and tests the page is in \`package-lock.json\`, with its licences.
`

await runScript(main)
