import { INITIAL, initialsApart, isConsonant, normal, syllablesFrom, type Unit, wantedUnits } from './search.ts'

// search.ts looks at one text character by character and tells where it found something. Here only whether it would is
// asked, of many thousand texts at each key: each text is put down once, and what is typed becomes one pattern, which
// the engine looks for.

/** A text as it is looked through: without spaces, case folded. */
export type SearchText = string

/** Between texts that are looked through together: nobody can type it, since spaces are left out. */
const BETWEEN = '\n'

/** Puts texts down to be looked through together; nothing is found across two of them. */
export const searchText = (...texts: readonly string[]): SearchText =>
  texts.map((text) => initialsApart(normal(text)).toLowerCase().replace(/\s+/g, '')).join(BETWEEN)

/** Whether a text has what somebody has typed so far: the same answer as searchFor(), many times faster. */
export type IndexSearch = (text: SearchText) => boolean

/** @returns null as long as there is nothing to search for */
export function indexSearchFor(typed: string): IndexSearch | null {
  const wanted = wantedUnits(typed)
  const last = wanted.at(-1)
  if (!last) return null
  const pattern = new RegExp(wanted.slice(0, -1).map(whole).join('') + unfinished(last), 'u')
  return (text) => pattern.test(text)
}

const SYLLABLES_OF_INITIAL = 588
const FIRST_SYLLABLE = 0xac00

/** A character that is typed to its end; a consonant stands for all syllables that begin with it, too. */
function whole({ char }: Unit): string {
  if (!isConsonant(char)) return char.replace(/[\\^$.*+?()[\]{}|/]/, '\\$&')
  const first = FIRST_SYLLABLE + INITIAL.indexOf(char) * SYLLABLES_OF_INITIAL
  return `[${char}${String.fromCharCode(first)}-${String.fromCharCode(first + SYLLABLES_OF_INITIAL - 1)}]`
}

/** The last character, which may still be on its way: 과 to 관, and 과젲 to 과제 and what begins with ㅈ. */
function unfinished(last: Unit): string {
  if (last.keys === last.char) return whole(last)
  const reached = `[${syllablesFrom(last.keys).join('')}]`
  const next = last.keys.at(-1) ?? ''
  const [split] = syllablesFrom(last.keys.slice(0, -1))
  const isSplit = last.keys.length > 2 && split !== undefined
  return isSplit ? `(?:${reached}|${split}${whole({ ...last, char: next })})` : reached
}
