import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { countWords, tellingWords, tellingWordsOf } from '#domain/telling-words.ts'

const wordsOf = (text: string) => [...tellingWordsOf(text)]
const countsOf = (texts: readonly string[]) => countWords(texts.map(tellingWordsOf))

describe('한 글의 낱말은', () => {
  it.each([
    ['도서관을 늦게까지 열어 주세요', ['도서관', '늦게', '열어']],
    ['도서관이 도서관에 도서관에서는', ['도서관']],
    ['급식은 정말 너무 좋아요', ['급식']],
    ['교사와 학부모로부터', ['교사', '학부모']],
    ['아이', ['아이']],
  ])('‘%s’에서 조사를 떼고 센다: %j', (text, expected) => {
    expect(wordsOf(text)).toEqual(expected)
  })

  it.each([
    ['The libraries’ opening hours and the library’s door', ['library', 'opening', 'hour', 'door']],
    ['School meals, school MEAL', ['school', 'meal']],
    ['bus class glass', ['bus', 'class', 'glass']],
  ])('in ‘%s’ are %j', (text, expected) => {
    expect(wordsOf(text)).toEqual(expected)
  })
})

describe('words that set texts apart', () => {
  const books = Array.from({ length: 12 }, (_, i) => `도서관을 ${i}시까지 열어 주세요. library`)
  const meals = Array.from({ length: 40 }, (_, i) => `급식에 ${i} 채소를 더 주세요. vegetables`)

  it('are those they have and others lack, in both languages', () => {
    const words = tellingWords(countsOf(books), countsOf([...books, ...meals]), 10).map(({ word }) => word)
    expect(words).toEqual(expect.arrayContaining(['도서관', 'library']))
    expect(words).not.toContain('급식')
  })

  it('are not those that stand everywhere alike', () => {
    const everywhere = [...books, ...meals].map((text) => `${text} 학교`)
    const words = tellingWords(countsOf(everywhere.slice(0, 12)), countsOf(everywhere), 20).map(({ word }) => word)
    expect(words).not.toContain('학교')
  })

  it('are none where there is nothing to compare with', () => {
    expect(tellingWords(countsOf(books), countsOf(books), 10)).toEqual([])
    expect(tellingWords(countsOf([]), countsOf(meals), 10)).toEqual([])
  })

  it('come the surest first, at most as many as asked for, each really there as often as it says', () => {
    const text = fc.array(fc.constantFrom('나무', '하늘', '바다', '구름', '바람', 'river'), { maxLength: 5 })
    fc.assert(
      fc.property(fc.array(text, { minLength: 1, maxLength: 30 }), fc.nat(30), fc.nat(5), (all, cut, atMost) => {
        const texts = all.map((words) => words.join(' '))
        const some = texts.slice(0, cut)
        const found = tellingWords(countsOf(some), countsOf(texts), atMost)
        expect(found.length).toBeLessThanOrEqual(atMost)
        found.forEach(({ word, texts: number, score }, i) => {
          expect(some.filter((one) => tellingWordsOf(one).has(word))).toHaveLength(number)
          expect(score).toBeLessThanOrEqual(found[i - 1]?.score ?? Number.POSITIVE_INFINITY)
        })
      }),
    )
  })
})
