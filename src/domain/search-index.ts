import { initialOf, isConsonant, normal, syllablesFrom, type Unit, unitAt, wantedUnits } from './search.ts'

// search.ts looks at one text character by character. Here the same is asked of many thousand texts at each key, so that
// each text is put down once in the two forms that are compared, and the engine's own indexOf does the looking.

/** A text as it is looked through: without spaces, case folded; and the same with each syllable as its initial. */
export type SearchText = { readonly chars: string; readonly initials: string }

/** Units given to String.fromCharCode at a time: more arguments than engines take would throw. */
const CHUNK = 4096

/** Between texts that are looked through together: nobody can type it, since spaces are left out. */
const BETWEEN = '\n'

/** Puts texts down to be looked through together; nothing is found across two of them. */
export function searchText(...texts: readonly string[]): SearchText {
  const chars = texts.map((text) => normal(text).toLowerCase().replace(/\s+/g, '')).join(BETWEEN)
  let initials = ''
  for (let from = 0; from < chars.length; from += CHUNK) {
    const codes: number[] = []
    for (let at = from; at < Math.min(chars.length, from + CHUNK); at++) {
      codes.push(initialOf(chars.charCodeAt(at)).charCodeAt(0))
    }
    initials += String.fromCharCode(...codes)
  }
  return { chars, initials }
}

/** Whether a text has what somebody has typed so far: the same answer as searchFor(), many times faster. */
export type IndexSearch = (text: SearchText) => boolean

/** @returns null as long as there is nothing to search for */
export function indexSearchFor(typed: string): IndexSearch | null {
  const wanted = wantedUnits(typed)
  const last = wanted.at(-1)
  if (!last) return null
  const before = wanted.slice(0, -1)
  const head = before.map(({ char }) => char).join('')
  const initials = before.map(({ initial }) => initial).join('')
  const isEnd = endTest(last)
  // The whole characters are rarer than initials: where they are known, far fewer places are looked at.
  if (!before.some(({ char }) => isConsonant(char))) {
    return ({ chars, initials: beginnings }) => {
      for (let at = chars.indexOf(head); at >= 0; at = chars.indexOf(head, at + 1)) {
        if (isEnd(chars, beginnings, at + head.length)) return true
        if (at + head.length >= chars.length) return false
      }
      return false
    }
  }
  const places = placesOf(before)
  return ({ chars, initials: beginnings }) => {
    for (let at = beginnings.indexOf(initials); at >= 0; at = beginnings.indexOf(initials, at + 1)) {
      if (
        places.every(([offset, char]) => chars.startsWith(char, at + offset)) &&
        isEnd(chars, beginnings, at + initials.length)
      )
        return true
    }
    return false
  }
}

/** Of what is looked for by initials, the characters that are known whole, each with its distance from the start. */
function placesOf(units: readonly Unit[]): [offset: number, char: string][] {
  let offset = 0
  const places: [number, string][] = []
  for (const { char } of units) {
    if (!isConsonant(char)) places.push([offset, char])
    offset += char.length
  }
  return places
}

type EndTest = (chars: string, initials: string, at: number) => boolean

/** Whether a match can end with what stands at a place: the last character may still be on its way. */
function endTest(last: Unit): EndTest {
  if (isConsonant(last.char)) return (_, initials, at) => initials.startsWith(last.char, at)
  if (last.keys === last.char) return (chars, _, at) => chars.startsWith(last.char, at)
  const reached = syllablesFrom(last)
  // 과젲 is on its way to 과제 and what begins with ㅈ.
  const split = last.keys.slice(0, -1)
  const next = last.keys.at(-1) ?? ''
  const isSplit = (char: string) => split.length > 1 && unitAt(0, char).keys === split
  const splits = new Set([...syllablesFrom({ ...last, keys: split })].filter(isSplit))
  return (chars, initials, at) => {
    const char = chars.charAt(at)
    return reached.has(char) || (splits.has(char) && initials.charAt(at + 1) === next)
  }
}
