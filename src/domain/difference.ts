import { diffArrays } from 'diff'
import type { Lang } from './language.ts'

export type Kind = 'same' | 'removed' | 'added'

/** A stretch of a word that was replaced by a similar one: what both have, or what is different. */
export type Part = { readonly text: string; readonly changed: boolean }

/** A stretch of a text that stayed, went or came. */
export type Piece = {
  readonly kind: Kind
  readonly text: string
  /** The same text in parts, where only some of a word changed: “학교|를” beside “학교|가”. Otherwise empty. */
  readonly parts: readonly Part[]
}

/** How one text became another: all pieces but the added ones are the old text, all but the removed ones the new. */
export type Difference = readonly Piece[]

// A paragraph break is a token of its own: it is never part of a changed phrase.
const TOKENS = /\n{2,}|\s+|[^\s]+/gu
const ENGLISH_TOKENS = /\n{2,}|\s+|[\p{L}\p{N}]+(?:['’-][\p{L}\p{N}]+)*|[^\s\p{L}\p{N}]/gu
const BREAK = /\n{2,}/

/**
 * The words of a text, with the spaces between them. In Korean they are 어절, words with what clings to them; in
 * English punctuation stands apart, so that a comma does not make another word of the one before it.
 */
const tokensOf = (text: string, lang: Lang): string[] => text.match(lang === 'ko' ? TOKENS : ENGLISH_TOKENS) ?? []

/** How a text became another, word by word. */
export function differenceOf(before: string, after: string, lang: Lang): Difference {
  const changes = diffArrays(tokensOf(before, lang), tokensOf(after, lang))
  const pieces = changes.map(({ added, removed, value }): Run => {
    const kind = added ? 'added' : removed ? 'removed' : 'same'
    return { kind, tokens: value }
  })
  return inPhrases(pieces).flatMap(piecesOf)
}

type Run = { readonly kind: Kind; readonly tokens: readonly string[] }

/** Something that stayed, or a phrase that was replaced: either side of it may be empty. */
type Phrase = { readonly same: readonly string[] } | { removed: string[]; added: string[] }

const isSpace = (tokens: readonly string[]): boolean =>
  tokens.every((token) => token.trim() === '' && !BREAK.test(token))

/** Changes with nothing but a space between them are one: “[two words] → [other words]” and not word for word. */
function inPhrases(runs: readonly Run[]): readonly Phrase[] {
  const phrases: Phrase[] = []
  for (const [index, { kind, tokens }] of runs.entries()) {
    const last = phrases.at(-1)
    const open = last && 'removed' in last ? last : null
    if (kind !== 'same') {
      if (open) open[kind].push(...tokens)
      else phrases.push({ removed: [], added: [], [kind]: [...tokens] })
    } else if (open && isSpace(tokens) && index < runs.length - 1) {
      open.removed.push(...tokens)
      open.added.push(...tokens)
    } else phrases.push({ same: tokens })
  }
  return phrases
}

function piecesOf(phrase: Phrase): readonly Piece[] {
  if ('same' in phrase) return [piece('same', phrase.same)]
  const { removed, added } = phrase
  const isAlike = removed.length === added.length && removed.length > 0
  const parted = isAlike ? removed.map((word, index) => partsOf(word, added[index] ?? '')) : []
  const hasAnyInCommon = parted.some(([before]) => before.some(({ changed }) => !changed))
  return [
    piece('removed', removed, hasAnyInCommon ? parted.flatMap(([before]) => before) : []),
    piece('added', added, hasAnyInCommon ? parted.flatMap(([, after]) => after) : []),
  ].filter(({ text }) => text !== '')
}

const piece = (kind: Kind, tokens: readonly string[], parts: readonly Part[] = []): Piece => ({
  kind,
  text: tokens.join(''),
  parts: parts.filter(({ text }) => text !== ''),
})

/** Two words by what they begin and end with alike: what changes at a Korean word is mostly what clings to its end. */
function partsOf(before: string, after: string): readonly [readonly Part[], readonly Part[]] {
  const [one, other] = [Array.from(before), Array.from(after)]
  const shorter = Math.min(one.length, other.length)
  let start = 0
  while (start < shorter && one[start] === other[start]) start++
  let end = 0
  while (end < shorter - start && one.at(-1 - end) === other.at(-1 - end)) end++
  const parts = (letters: string[]): Part[] => [
    { text: letters.slice(0, start).join(''), changed: false },
    { text: letters.slice(start, letters.length - end).join(''), changed: true },
    { text: letters.slice(letters.length - end).join(''), changed: false },
  ]
  return [parts(one), parts(other)]
}

export const isChanged = (difference: Difference): boolean => difference.some(({ kind }) => kind !== 'same')

/**
 * The text that a difference makes of another.
 * @throws Error if the difference is not one of this text
 */
export function applyTo(text: string, difference: Difference): string {
  if (sideOf(difference, 'added') !== text) throw new Error('a difference of another text')
  return sideOf(difference, 'removed')
}

/** The difference back. */
export const inverseOf = (difference: Difference): Difference =>
  difference.map(({ kind, ...rest }) => ({ kind: OPPOSITE[kind], ...rest }))

const OPPOSITE = { same: 'same', added: 'removed', removed: 'added' } as const satisfies Record<Kind, Kind>

const sideOf = (difference: Difference, without: Kind): string =>
  difference
    .filter(({ kind }) => kind !== without)
    .map(({ text }) => text)
    .join('')

/** A difference paragraph by paragraph. A break that came or went parts paragraphs as one that stayed does. */
export function inParagraphs(difference: Difference): readonly Difference[] {
  const all: Piece[][] = [[]]
  for (const each of difference) {
    if (!BREAK.test(each.text)) all.at(-1)?.push(each)
    else {
      for (const [index, text] of each.text.split(BREAK).entries()) {
        if (index > 0) all.push([])
        if (text !== '') all.at(-1)?.push({ kind: each.kind, text, parts: [] })
      }
    }
  }
  return all.filter((pieces) => pieces.length > 0)
}
