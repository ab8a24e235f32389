// Search as Korean is typed: “과젲”, which becomes 과제 with the next key, finds it already, and so does ㄱㅈ.

const FIRST_SYLLABLE = 0xac00
const LAST_SYLLABLE = 0xd7a3
const FINALS = 28
const VOWELS = 21

// In the order of Unicode's syllables, written as keyboards write them.
export const INITIAL = [...'ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ']
const VOWEL = [...'ㅏㅐㅑㅒㅓㅔㅕㅖㅗㅘㅙㅚㅛㅜㅝㅞㅟㅠㅡㅢㅣ']
const FINAL = ['', ...'ㄱㄲㄳㄴㄵㄶㄷㄹㄺㄻㄼㄽㄾㄿㅀㅁㅂㅄㅅㅆㅇㅈㅊㅋㅌㅍㅎ']

/** Letters that are typed one after the other and drawn as one. */
const COMPOUND: Readonly<Record<string, string>> = {
  ㄳ: 'ㄱㅅ',
  ㄵ: 'ㄴㅈ',
  ㄶ: 'ㄴㅎ',
  ㄺ: 'ㄹㄱ',
  ㄻ: 'ㄹㅁ',
  ㄼ: 'ㄹㅂ',
  ㄽ: 'ㄹㅅ',
  ㄾ: 'ㄹㅌ',
  ㄿ: 'ㄹㅍ',
  ㅀ: 'ㄹㅎ',
  ㅄ: 'ㅂㅅ',
  ㅘ: 'ㅗㅏ',
  ㅙ: 'ㅗㅐ',
  ㅚ: 'ㅗㅣ',
  ㅝ: 'ㅜㅓ',
  ㅞ: 'ㅜㅔ',
  ㅟ: 'ㅜㅣ',
  ㅢ: 'ㅡㅣ',
}

const keysOf = (letters: string): string => [...letters].map((letter) => COMPOUND[letter] ?? letter).join('')

/** Typed fast, the initials ㄱ and ㅅ are drawn as ㄳ: here each stands by itself, in what is looked for and in texts. */
export const initialsApart = (text: string): string => text.replace(/[ㄳㄵㄶㄺ-ㅀㅄ]/g, keysOf)

/** What of a text is compared: one character, and where it stands. */
export type Unit = {
  readonly start: number
  readonly end: number
  /** The character, case folded. */
  readonly char: string
  /** How a Korean syllable begins, and how it is typed; of any other character, itself. */
  readonly initial: string
  readonly keys: string
}

function unitAt(start: number, written: string): Unit {
  const end = start + written.length
  const code = written.charCodeAt(0)
  if (code < FIRST_SYLLABLE || code > LAST_SYLLABLE) {
    const char = written.toLowerCase()
    return { start, end, char, initial: char, keys: char }
  }
  const place = code - FIRST_SYLLABLE
  const initial = INITIAL[Math.floor(place / (VOWELS * FINALS))] ?? ''
  const vowel = VOWEL[Math.floor(place / FINALS) % VOWELS] ?? ''
  return { start, end, char: written, initial, keys: initial + keysOf(vowel + FINAL[place % FINALS]) }
}

/** Characters without the spaces between them, which Korean puts here and there. */
function unitsOf(text: string): Unit[] {
  const units: Unit[] = []
  let start = 0
  for (const written of text) {
    if (!/\s/.test(written)) for (const letter of initialsApart(written)) units.push(unitAt(start, letter))
    start += written.length
  }
  return units
}

export const isConsonant = (char: string): boolean => INITIAL.includes(char)

/** What is looked for, character by character, in what somebody has typed so far. */
export const wantedUnits = (typed: string): readonly Unit[] => unitsOf(normal(typed))

/** All syllables whose keys begin so, in their order: the one that is typed by these keys comes first. */
export function syllablesFrom(keys: string): string[] {
  const first = FIRST_SYLLABLE + INITIAL.indexOf(keys.charAt(0)) * VOWELS * FINALS
  const all = Array.from({ length: VOWELS * FINALS }, (_, i) => unitAt(0, String.fromCharCode(first + i)))
  return all.filter((unit) => unit.keys.startsWith(keys)).map(({ char }) => char)
}

/** Where a text has what was searched for: from one index to before another. */
export type Match = readonly [start: number, end: number]

/** Finds all that match in a text as written by normal(), from left to right, none within another. */
export type Search = (text: string) => readonly Match[]

/** A text in the form in which it is searched and matches are counted: it looks the same. */
export const normal = (text: string): string => text.normalize('NFC')

/**
 * Makes a search of what somebody has typed so far. A consonant alone finds each syllable that begins with it, and a
 * syllable at the end finds all that it can still become; spaces and case make no difference.
 * @returns null as long as there is nothing to search for
 */
export function searchFor(typed: string): Search | null {
  const wanted = wantedUnits(typed)
  const last = wanted.at(-1)
  if (!last) return null
  const before = wanted.slice(0, -1)
  return (text) => {
    const units = unitsOf(text)
    const matches: Match[] = []
    for (let from = 0; from < units.length; from++) {
      const to = endOfMatch(units, from, before, last)
      const [first, end] = [units[from], units[to - 1]]
      // A match may end with the one half of ㄳ: the other half is marked with it.
      if (to === from || !first || !end || first.start < (matches.at(-1)?.[1] ?? 0)) continue
      matches.push([first.start, end.end])
      from = to - 1
    }
    return matches
  }
}

/** @returns the place after a match that begins at `from`; `from` itself if there is none */
function endOfMatch(units: readonly Unit[], from: number, before: readonly Unit[], last: Unit): number {
  const at = from + before.length
  const unit = units[at]
  if (!unit || !before.every((wanted, i) => isSame(units[from + i], wanted))) return from
  if (isSame(unit, last) || unit.keys.startsWith(last.keys)) return at + 1
  // 과젲 is on its way to 과제 and what begins with ㅈ.
  const next = units[at + 1]
  const split = last.keys.slice(0, -1)
  return split.length > 1 && unit.keys === split && next?.initial === last.keys.at(-1) ? at + 2 : from
}

const isSame = (unit: Unit | undefined, wanted: Unit): boolean =>
  unit !== undefined && (unit.char === wanted.char || (isConsonant(wanted.char) && unit.initial === wanted.char))
