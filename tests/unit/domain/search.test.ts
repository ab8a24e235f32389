import { assemble, disassemble, getChoseong } from 'es-hangul'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { normal, searchFor } from '#domain/search.ts'

/** The parts of a text that are found. */
const found = (typed: string, text: string): string[] => {
  const written = normal(text)
  return (searchFor(typed)?.(written) ?? []).map(([start, end]) => written.slice(start, end))
}

describe('찾기는', () => {
  it.each([
    ['과제', '여섯 과제를 읽었어요', ['과제']],
    ['ㄱㅈ', '여섯 과제와 급식 개정', ['과제', '개정']],
    ['ㄱㅅ', '감사해요', ['감사']],
    ['ㄳ', '감사해요', ['감사']],
    ['ㄳ', '정말 ㄳ', ['ㄳ']],
    ['ㄱㅅ', '정말 ㄳ', ['ㄳ']],
    ['ㅄ', '예의 없이 ㅄ이라니', ['ㅄ']],
    ['ㅅㅇ', 'ㅄ이라니', ['ㅄ이']],
    ['ㄱㄹ', 'ㄺㄺㄺ', ['ㄺㄺ']],
    ['과ㅈ', '과제', ['과제']],
    ['ㄱ제', '과제', ['과제']],
    ['ㅎ교', '학교', ['학교']],
    ['고', '과제', ['과']],
    ['괒', '과제', ['과제']],
    ['갋', '갈비', ['갈비']],
    ['안', '앉아요', ['앉']],
    ['하굑', '하교길', ['하교길']],
    ['늦게까지', '늦게 까지 열어요', ['늦게 까지']],
    ['늦게 까지', '늦게까지 열어요', ['늦게까지']],
    ['AI', 'ai 교과서, Ai와', ['ai', 'Ai']],
    ['café', 'Cafe\u0301', ['Café']],
    ['각', '가고', ['가고']],
    ['각', '가나', []],
    ['과', '고아', []],
    ['ㅈㄱ', '과제', []],
    ['과제다', '과제', []],
    ['😀', '좋아요 😀', ['😀']],
  ])('‘%s’로 ‘%s’에서 %j를 찾는다', (typed, text, expected) => {
    expect(found(typed, text)).toEqual(expected)
  })

  it.each(['', ' ', '\n\t'])('찾을 것이 없으면(%j) 찾지 않는다', (typed) => {
    expect(searchFor(typed)).toBeNull()
  })

  it('풀어쓴 한글(NFD)도 찾는다', () => {
    expect(found('과제'.normalize('NFD'), '과제')).toEqual(['과제'])
    expect(found('과제', '여섯 과제'.normalize('NFD'))).toEqual(['과제'])
  })

  it('겹치지 않게 왼쪽부터 찾는다', () => {
    expect(found('가가', '가가가가가')).toEqual(['가가', '가가'])
  })
})

const syllable = fc.integer({ min: 0xac00, max: 0xd7a3 }).map((code) => String.fromCharCode(code))
const korean = fc.string({ unit: syllable, minLength: 1, maxLength: 8 })
const anyText = fc.string({ unit: 'grapheme', maxLength: 20 })
const visible = (text: string) => /\S/.test(text)

describe('whatever the text,', () => {
  it('each part of it is found in it', () => {
    fc.assert(
      fc.property(
        anyText,
        korean.chain((word) => fc.constantFrom(word, ` ${word}`)),
        anyText,
        (before, word, after) => {
          expect(found(word, before + word + after).length).toBeGreaterThan(0)
        },
      ),
    )
  })

  it('what is found is in it, in its order, and none lies within another', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom(...'가각간나 ㄱㄺㄹaA') }),
        fc.string({ unit: fc.constantFrom(...'가각나ㄱㄹ a'), maxLength: 3 }),
        (text, typed) => {
          let end = 0
          for (const [from, to] of searchFor(typed)?.(normal(text)) ?? []) {
            expect(from).toBeGreaterThanOrEqual(end)
            expect(to).toBeGreaterThan(from)
            end = to
          }
          expect(end).toBeLessThanOrEqual(normal(text).length)
        },
      ),
    )
  })

  it('spaces and case make no difference, wherever they are', () => {
    const spaced = (text: string, gaps: readonly boolean[]) =>
      [...text].map((char, i) => (gaps[i] ? `${char} ` : char)).join('')
    const gaps = fc.array(fc.boolean(), { maxLength: 12 })
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom(...'가나다abc'), minLength: 1, maxLength: 8 }),
        gaps,
        gaps,
        (word, one, other) => {
          expect(found(spaced(word.toUpperCase(), one), spaced(word, other)).length).toBe(1)
        },
      ),
    )
  })
})

describe('어떤 낱말이든', () => {
  it('한 글쇠씩 치는 동안 내내 찾아진다', () => {
    fc.assert(
      fc.property(korean, korean, (word, after) => {
        const keys = [...disassemble(word)]
        for (let typed = 1; typed <= keys.length; typed++) {
          const soFar = assemble(keys.slice(0, typed))
          expect(found(soFar, word + after).length, soFar).toBeGreaterThan(0)
        }
      }),
    )
  })

  it('첫소리만으로 찾아진다', () => {
    fc.assert(
      fc.property(anyText, korean, (before, word) => {
        expect(found(getChoseong(word), `${before}${word}`).length).toBeGreaterThan(0)
      }),
    )
  })

  it('글쇠가 그 차례로 있는 글에서만 찾아진다', () => {
    const few = fc.string({ unit: fc.constantFrom(...'가각갉감고과곽굑라아앉하'), minLength: 1, maxLength: 5 })
    fc.assert(
      fc.property(few, few, (word, text) => {
        const isThere = disassemble(text).includes(disassemble(word))
        expect(found(word, text).length > 0).toBe(isThere)
      }),
    )
  })
})

it('아무것도 보이지 않는 글에서는 아무것도 찾지 않는다', () => {
  fc.assert(
    fc.property(fc.string().filter(visible), (typed) => {
      expect(found(typed, ' \n')).toEqual([])
    }),
  )
})
