import { readdirSync, readFileSync } from 'node:fs'
import { create, type Font } from 'fontkit'
import { describe, expect, it } from 'vitest'
import { interfaceCharacters, titleCharacters } from '../../../scripts/fonts/characters.ts'
import { otherHangul, unicodeRange } from '../../../scripts/fonts/styles.ts'

const FOLDER = 'public/fonts'
const KILOBYTES = 55
const NAMES = ['signs', 'letters', 'reading', 'more']

const styles = readFileSync('src/styles/fonts.css', 'utf8')
const files = readdirSync(FOLDER).filter((file) => file.endsWith('.woff2'))
const bytes = new Map(files.map((file) => [file, readFileSync(`${FOLDER}/${file}`)]))
// U+FFFF is no character: it ends the table.
const charactersOf = (...names: string[]): Set<string> =>
  new Set(
    names.flatMap((name) =>
      fontNamed(name)
        .characterSet.filter((code) => code !== 0xffff)
        .map((code) => String.fromCodePoint(code)),
    ),
  )
const missing = (wanted: Iterable<string>, there: Set<string>): string =>
  [...wanted].filter((character) => character >= ' ' && !there.has(character)).join('')

function fontNamed(name: string): Font {
  const file = files.find((one) => one.startsWith(`madang-heading-${name}.`)) ?? ''
  return create(bytes.get(file) ?? Buffer.alloc(0)) as Font
}

describe('the own face of the interface (npm run fonts)', () => {
  it('has every character of the interface in either language', () => {
    expect(missing(interfaceCharacters(), charactersOf(...NAMES))).toBe('')
  })

  it('shows the titles of the plan without fetching the last file', () => {
    expect(missing(titleCharacters(), charactersOf('signs', 'letters', 'reading'))).toBe('')
  })

  it(`weighs at most ${KILOBYTES} kB`, () => {
    const weight = [...bytes.values()].reduce((sum, { length }) => sum + length, 0)
    expect(weight).toBeGreaterThan(10_000)
    expect(weight).toBeLessThanOrEqual(KILOBYTES * 1000)
  })

  it('is what the styles name, and they say which characters each file has', () => {
    expect(styles.match(/madang-[\w.-]+\.woff2/g)?.sort()).toEqual([...files].sort())
    for (const name of NAMES.slice(0, -1)) expect(styles).toContain(unicodeRange(charactersOf(name)))
    expect(styles).toContain(unicodeRange(otherHangul(charactersOf('reading'))))
    expect([...charactersOf('more')].filter((character) => charactersOf('reading').has(character))).toEqual([])
  })

  it('does not carry the name that its licence reserves, and has that licence beside it', () => {
    for (const name of NAMES) {
      const { familyName, fullName, postscriptName, copyright } = fontNamed(name)
      expect([familyName, fullName, postscriptName]).toEqual([
        'Madang Heading',
        'Madang Heading Bold',
        'MadangHeading-Bold',
      ])
      expect(copyright).toContain('Kil Hyung-jin')
    }
    expect(readFileSync(`${FOLDER}/LICENSE.txt`, 'utf8')).toContain('SIL OPEN FONT LICENSE Version 1.1')
  })
})
