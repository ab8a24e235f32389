import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { boldCharacters } from './fonts/bold-characters.ts'
import { interfaceCharacters, isHangul, planCharacters } from './fonts/characters.ts'
import { fetchSource } from './fonts/source.ts'
import { fontStyles } from './fonts/styles.ts'
import { type Part, subset } from './fonts/subset.ts'
import { readFlags, runScript } from './lib/cli.ts'
import { startE2eStack } from './lib/e2e-stack.ts'
import { ROOT } from './lib/paths.ts'
import { FOR_TESTS, needPrerequisites } from './lib/prerequisites.ts'
import { Processes, stopEverything } from './lib/processes.ts'

const HELP = `
npm run fonts

Makes the interface's own bold face, public/fonts and src/styles/fonts.css, from Pretendard GOV Bold, which it fetches
from the npm registry into .cache: the characters of locales, nicknames, districts and the plan, in three files.

  latin      what is no Hangul; “한국어”, which an English page shows too
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
  const { url } = await startE2eStack(processes)
  const bold = await boldCharacters(url)
  await processes.stop()

  const all = [...new Set([...interfaceCharacters(), ...planCharacters()])]
    .filter((character) => character >= ' ')
    .sort()
  const everywhere = new Set('한국어')
  const isLatin = (character: string) => !isHangul(character) || everywhere.has(character)
  const isRead = (character: string) => bold.has(character)
  const make = (name: string, has: (character: string) => boolean) =>
    subset(source.font, name, new Set(all.filter(has)))
  const parts = {
    latin: await make('latin', isLatin),
    reading: await make('reading', (character) => !isLatin(character) && isRead(character)),
    more: await make('more', (character) => !isLatin(character) && !isRead(character)),
  }
  write(parts, source.licence)
  return undefined
}

function write(parts: { latin: Part; reading: Part; more: Part }, licence: string): void {
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
