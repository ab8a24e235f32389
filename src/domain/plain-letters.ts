/** A text as it reads, and where each unit of it stands in what was typed. */
export type PlainText = { readonly plain: string; readonly at: readonly number[] }

/** A part of a text, in UTF-16 units; `end` is the first one after it. */
export type TextRange = { readonly start: number; readonly end: number }

// Full-width forms stand this far from the ASCII characters that they look like.
const FULL_WIDTH = 0xfee0
/** Format characters, and what makes a keycap of a digit. */
const INVISIBLE = /\p{Cf}|\uFE0F|\u20E3/u
const SPACE = /[\u00A0\u2000-\u200A\u202F\u205F\u3000\t]/
const DASH = /[\u2010-\u2015\u2212\u2500\u30FC\uFE58\uFE63]/
const DOT = /[\u00B7\u2022\u2024\u3002\u30FB\u318D\uFF61\uFF65]/

function plainLetter(letter: string): string {
  if (letter >= '！' && letter <= '～') return String.fromCharCode(letter.charCodeAt(0) - FULL_WIDTH)
  if (SPACE.test(letter)) return ' '
  if (DASH.test(letter)) return '-'
  return DOT.test(letter) ? '.' : letter
}

/**
 * Full-width letters, and the many spaces, dashes and dots, as the plain ones; what shows nothing is left out.
 * @param text as tidyText() makes it: of syllables that are taken apart nothing is found
 */
export function plainLetters(text: string): PlainText {
  let plain = ''
  const at: number[] = []
  for (let i = 0; i < text.length; i++) {
    const letter = text.charAt(i)
    if (INVISIBLE.test(letter)) continue
    plain += plainLetter(letter)
    at.push(i)
  }
  return { plain, at }
}

/** A part of the plain text, as the part of what was typed. */
export const typedRange = ({ at }: PlainText, start: number, end: number): TextRange => ({
  start: at[start] ?? 0,
  end: (at[end - 1] ?? 0) + 1,
})
