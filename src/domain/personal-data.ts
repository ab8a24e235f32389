import { PERSONAL_KINDS, PERSONAL_PATTERNS, type PersonalKind } from './personal-patterns.ts'
import { plainLetters, type TextRange, typedRange } from './plain-letters.ts'

/** A passage that looks like personal data. */
export type PersonalRange = TextRange & { readonly kind: PersonalKind }

/** What stands in for a passage: always the same, so that not even its length is told. */
export const MASK = '***'

const firstOf = (...kinds: readonly PersonalKind[]): PersonalKind | undefined =>
  PERSONAL_KINDS.find((kind) => kinds.includes(kind))

/** Passages that lie over each other become one, of the kind that tells more. */
function merged(ranges: readonly PersonalRange[]): readonly PersonalRange[] {
  const done: PersonalRange[] = []
  for (const range of ranges.toSorted((a, b) => a.start - b.start)) {
    const last = done.at(-1)
    if (!last || range.start >= last.end) {
      done.push(range)
      continue
    }
    const kind = firstOf(last.kind, range.kind) ?? range.kind
    done[done.length - 1] = { start: last.start, end: Math.max(last.end, range.end), kind }
  }
  return done
}

function lookOnce(text: string): readonly PersonalRange[] {
  const letters = plainLetters(text)
  const found = PERSONAL_PATTERNS.flatMap(({ kind, find, isOne = () => true }) =>
    Array.from(letters.plain.matchAll(find))
      .filter(([words]) => isOne(words))
      .map((match) => ({ ...typedRange(letters, match.index, match.index + match[0].length), kind })),
  )
  return merged(found)
}

/** The text with a mask in place of each passage; everything else stays as it is. @param ranges none over another */
export const mask = (text: string, ranges: readonly TextRange[]): string =>
  ranges
    .toSorted((a, b) => b.start - a.start)
    .reduce((masked, { start, end }) => masked.slice(0, start) + MASK + masked.slice(end), text)

/** Where a passage of a masked text stands in the text as it was; no passage has a part of a mask in it. */
function unmasked<R extends TextRange>(range: R, masked: readonly TextRange[]): R {
  let { start, end } = range
  for (const passage of masked) {
    if (passage.start >= start) break
    const longer = passage.end - passage.start - MASK.length
    start += longer
    end += longer
  }
  return { ...range, start, end }
}

/**
 * Passages of a text that look like personal data, in their order, none over another. It works on the device, knows
 * the Korean ways of writing, and would rather miss a rare one than point at dates, sums and articles of law.
 */
export function findPersonalData(text: string): readonly PersonalRange[] {
  const found = lookOnce(text)
  if (found.length === 0) return found
  // What stood beside a passage may be one itself once that is gone: a masked text has none left.
  const more = findPersonalData(mask(text, found)).map((range) => unmasked(range, found))
  return [...found, ...more].toSorted((a, b) => a.start - b.start)
}
