import { BOLD } from './bold-characters.ts'
import { FAMILY, type Part } from './subset.ts'

/** The characters as CSS wants them: “U+20-7E, U+AC00”. */
export function unicodeRange(characters: Iterable<string>): string {
  const runs: [first: number, last: number][] = []
  for (const code of Array.from(characters, (character) => character.codePointAt(0) ?? 0).sort((a, b) => a - b)) {
    const run = runs.at(-1)
    if (run && code <= run[1] + 1) run[1] = code
    else runs.push([code, code])
  }
  const hex = (code: number) => code.toString(16).toUpperCase()
  return runs.map(([first, last]) => `U+${hex(first)}${last > first ? `-${hex(last)}` : ''}`).join(', ')
}

const FIRST_HANGUL = 0xac00
const LAST_HANGUL = 0xd7a3

/** All Hangul but these characters: said by far fewer numbers than what little of it the last file has. */
export const otherHangul = (characters: ReadonlySet<string>): string[] =>
  Array.from({ length: LAST_HANGUL - FIRST_HANGUL + 1 }, (_, index) =>
    String.fromCodePoint(FIRST_HANGUL + index),
  ).filter((character) => !characters.has(character))

/** The files of the face, by what is in them. */
export type Parts = Readonly<Record<'signs' | 'letters' | 'reading' | 'more', Part>>

/**
 * The text of src/styles/fonts.css. No character is said to be in two files: a browser would fetch the second while the
 * first is on its way. The last is fetched for all other Hangul, also for what it does not have.
 */
export function fontStyles({ signs, letters, reading, more }: Parts): string {
  const face = ({ file, characters }: { file: string; characters: Iterable<string> }) => `@font-face {
  font-family: '${FAMILY}';
  font-weight: ${BOLD} 900;
  font-display: swap;
  src: url('/fonts/${file}') format('woff2');
  unicode-range: ${unicodeRange(characters)};
}
`
  return `/* Made by \`npm run fonts\`. Do not edit. */
${[signs, letters, reading, { ...more, characters: otherHangul(reading.characters) }].map(face).join('\n')}
/* The face is bold only. Without this one, which has no character, it would be taken for lighter text too. */
@font-face {
  font-family: '${FAMILY}';
  font-weight: 1 ${BOLD - 1};
  src: local('none');
  unicode-range: U+0;
}
`
}
