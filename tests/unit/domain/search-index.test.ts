import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { normal, searchFor } from '#domain/search.ts'
import { indexSearchFor, searchText } from '#domain/search-index.ts'

const finds = (typed: string, ...texts: string[]): boolean => indexSearchFor(typed)?.(searchText(...texts)) ?? false

// Few letters, so that what is searched for is often there, or nearly.
const LETTERS = [...'가각과괒제젲지ㄱㅈㅏㅘㄳ고갑아 aAbé1\n']
// Each may mean something in a pattern.
const SIGNS = [...'!"#$%&\'()*+,-./:;<=>?@[\\]^_`{|}~']
const letter = fc.oneof({ weight: 3, arbitrary: fc.constantFrom(...LETTERS) }, fc.constantFrom(...SIGNS))
const text = fc.string({ unit: letter, maxLength: 12 })
const typed = fc.string({ unit: letter, minLength: 1, maxLength: 4 })

describe('많은 글에서 찾기는', () => {
  it('한 글에서 찾기와 언제나 같은 답을 낸다', () => {
    fc.assert(
      fc.property(typed, text, (wanted, written) => {
        const matches = searchFor(wanted)?.(normal(written)) ?? []
        expect(finds(wanted, written)).toBe(matches.length > 0)
      }),
      { numRuns: 500 },
    )
  })

  it.each(SIGNS)('‘%s’도 글자 그대로 찾는다', (sign) => {
    expect(finds(sign, `과${sign}제`)).toBe(true)
    expect(finds(`${sign}제`, `과${sign}제`)).toBe(true)
    expect(finds(sign, '과제')).toBe(false)
  })

  it('여러 글을 함께 찾되 두 글에 걸쳐서는 찾지 않는다', () => {
    fc.assert(
      fc.property(typed, text, text, (wanted, one, other) => {
        expect(finds(wanted, one, other)).toBe(finds(wanted, one) || finds(wanted, other))
      }),
      { numRuns: 300 },
    )
    expect(finds('과제', '과', '제')).toBe(false)
  })

  it.each([
    ['ㄷㅅㄱ', '학교 도서관을 늦게까지', true],
    ['도서', 'the library', false],
    ['LIBRARY', 'the library', true],
    ['도섞', '도서관', false],
    ['돗', '도서관', true],
    ['ㄳ', '정말 ㄳ', true],
    ['ㄱㅅ', '정말 ㄳ', true],
    ['😀', '좋아요 😀', true],
  ])('‘%s’로 ‘%s’에서 찾으면 %s', (wanted, written, expected) => {
    expect(finds(wanted, written)).toBe(expected)
  })

  it('아주 긴 글도 끝까지 찾는다', () => {
    expect(finds('ㄲㅌ', `${'가나다'.repeat(4000)}끝터`)).toBe(true)
  })
})
