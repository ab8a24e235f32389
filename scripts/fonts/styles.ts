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

/** The files of the face, by what is in them. */
export type Parts = Readonly<Record<'signs' | 'letters' | 'reading' | 'more', Part>>

/**
 * The text of src/styles/fonts.css. Each file is fetched for exactly the characters in it: of two faces for the same
 * character a browser would fetch the second while the first is on its way.
 */
export function fontStyles(parts: Parts): string {
  const face = ({ file, characters }: Part) => `@font-face {
  font-family: '${FAMILY}';
  font-weight: ${BOLD} 900;
  font-display: swap;
  src: url('/fonts/${file}') format('woff2');
  unicode-range: ${unicodeRange(characters)};
}
`
  return `/* Made by \`npm run fonts\`. Do not edit. */
${Object.values(parts).map(face).join('\n')}
/* The face is bold only. Without this one, which has no character, it would be taken for lighter text too. */
@font-face {
  font-family: '${FAMILY}';
  font-weight: 1 ${BOLD - 1};
  src: local('none');
  unicode-range: U+0;
}
`
}
