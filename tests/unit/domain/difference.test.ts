import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { applyTo, type Difference, differenceOf, inParagraphs, inverseOf, isChanged } from '#domain/difference.ts'
import { LANGS } from '#domain/language.ts'

const shown = (difference: Difference): string =>
  difference.map(({ kind, text }) => ({ same: text, removed: `[-${text}-]`, added: `{+${text}+}` })[kind]).join('')

const partsOf = (difference: Difference): string[] =>
  difference.flatMap(({ parts }) =>
    parts.length > 0 ? [parts.map((each) => (each.changed ? `(${each.text})` : each.text)).join('')] : [],
  )

// Texts as they are written, so that two of them share words, and any text at all.
const word = fc.constantFrom(
  '학교',
  '학교를',
  '학교가',
  '읽는',
  '책',
  'school',
  'schools',
  'don’t',
  'read',
  ',',
  '.',
  '😀',
  '',
)
const space = fc.constantFrom(' ', '  ', '\n', '\n\n', '\n\n\n', '\t')
const written = fc
  .array(fc.tuple(word, space), { maxLength: 14 })
  .map((pairs) => pairs.map(([one, gap]) => one + gap).join(''))
const anyText = fc.oneof({ weight: 4, arbitrary: written }, fc.string({ unit: 'binary', maxLength: 40 }))
const lang = fc.constantFrom(...LANGS)

describe('a difference', () => {
  it('applied gives the new text, and its inverse the old one', () => {
    fc.assert(
      fc.property(anyText, anyText, lang, (before, after, inLang) => {
        const difference = differenceOf(before, after, inLang)
        expect(applyTo(before, difference)).toBe(after)
        expect(applyTo(after, inverseOf(difference))).toBe(before)
        expect(isChanged(difference)).toBe(before !== after)
        for (const { text, parts } of difference)
          if (parts.length > 0) expect(parts.map((part) => part.text).join('')).toBe(text)
      }),
      { numRuns: 400 },
    )
  })

  it('is refused by another text', () => {
    expect(() => applyTo('세 낱말', differenceOf('두 낱말', '네 낱말', 'ko'))).toThrow()
  })

  it('loses no letter when it is read paragraph by paragraph', () => {
    fc.assert(
      fc.property(written, written, lang, (before, after, inLang) => {
        const difference = differenceOf(before, after, inLang)
        const bare = (pieces: Difference) => shown(pieces).replace(/[[\]{}+-]|\n{2,}/g, '')
        expect(inParagraphs(difference).map(bare).join('')).toBe(bare(difference))
      }),
    )
  })
})

describe('in Korean', () => {
  it('goes by 어절, and shows what changed inside of them', () => {
    const difference = differenceOf('학교를 늦게 닫습니다.', '학교가 늦게 닫습니다.', 'ko')
    expect(shown(difference)).toBe('[-학교를-]{+학교가+} 늦게 닫습니다.')
    expect(partsOf(difference)).toEqual(['학교(를)', '학교(가)'])
  })

  it('takes changes that follow each other as one', () => {
    const difference = differenceOf('모든 학교에 책을 둡니다.', '모든 교실에 화분을 둡니다.', 'ko')
    expect(shown(difference)).toBe('모든 [-학교에 책을-]{+교실에 화분을+} 둡니다.')
    expect(partsOf(difference)).toEqual(['(학교)에 (책)을', '(교실)에 (화분)을'])
  })

  it('does not search for common letters where the number of words changed', () => {
    expect(partsOf(differenceOf('학교를 닫습니다.', '작은 학교가 닫습니다.', 'ko'))).toEqual([])
  })
})

describe('in English', () => {
  it('goes by words, and leaves punctuation beside them', () => {
    expect(shown(differenceOf('Schools read, daily.', 'Schools write, daily.', 'en'))).toBe(
      'Schools [-read-]{+write+}, daily.',
    )
    expect(shown(differenceOf('We read', 'We read.', 'en'))).toBe('We read{+.+}')
    expect(shown(differenceOf('It isn’t late', 'It isn’t', 'en'))).toBe('It isn’t[- late-]')
  })
})

it('parts paragraphs where a break came', () => {
  const paragraphs = inParagraphs(differenceOf('하나.\n\n셋.', '하나.\n\n둘.\n\n셋.', 'ko'))
  expect(paragraphs.map(shown)).toEqual(['하나.', '{+둘.+}', '셋.'])
})
