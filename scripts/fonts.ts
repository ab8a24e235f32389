import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { boldCharacters } from './fonts/bold-characters.ts'
import { interfaceCharacters, isHangul, isLetter, planCharacters } from './fonts/characters.ts'
import { fetchSource } from './fonts/source.ts'
import { fontStyles, type Parts } from './fonts/styles.ts'
import { subset } from './fonts/subset.ts'
import { readFlags, runScript } from './lib/cli.ts'
import { ROOT } from './lib/paths.ts'
import { FOR_TESTS, needPrerequisites } from './lib/prerequisites.ts'
import { Processes, stopEverything } from './lib/processes.ts'
import { startReadingStack } from './lib/reading-stack.ts'

const HELP = `
npm run fonts

Makes the interface's own bold face, public/fonts and src/styles/fonts.css, from Pretendard GOV Bold, which it fetches
from the npm registry into .cache: the characters of locales, nicknames, districts and the plan, in four files.

  signs      digits, punctuation
  letters    Latin letters, which a Korean page has none of in bold
  reading    the Hangul that home and the six task pages show in bold, as Chromium tells from a product that is
             started for it
  more       all other Hangul, fetched when some of it is shown

Run it again after a change of words or of the plan; a unit test says when it has to be.
`

const processes = new Processes()

async function main(): Promise<undefined> {
  readFlags(HELP, {})
  needPrerequisites(FOR_TESTS)
  const source = await fetchSource(processes)
  const { url } = await startReadingStack(processes)
  const bold = await boldCharacters(url)
  await processes.stop()

  const all = [...new Set([...interfaceCharacters(), ...planCharacters()])]
    .filter((character) => character >= ' ')
    .sort()
  const make = (name: string, has: (character: string) => boolean) =>
    subset(source.font, name, new Set(all.filter(has)))
  const parts: Parts = {
    signs: await make('signs', (character) => !isHangul(character) && !isLetter(character)),
    letters: await make('letters', isLetter),
    reading: await make('reading', (character) => isHangul(character) && bold.has(character)),
    more: await make('more', (character) => isHangul(character) && !bold.has(character)),
  }
  write(parts, source.licence)
  return undefined
}

function write(parts: Parts, licence: string): void {
  const folder = join(ROOT, 'public/fonts')
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder, { recursive: true })
  for (const { file, bytes, characters } of Object.values(parts)) {
    writeFileSync(join(folder, file), bytes)
    console.log(`${file}: ${characters.size} characters, ${(bytes.length / 1000).toFixed(1)} kB`)
  }
  writeFileSync(join(folder, 'LICENSE.txt'), licence)
  writeFileSync(join(ROOT, 'src/styles/fonts.css'), fontStyles(parts))
}

await runScript(main, { cleanUp: stopEverything })
