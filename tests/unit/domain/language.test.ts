import { describe, expect, it } from 'vitest'
import { detectLang, isLang, preferredLang } from '#domain/language.ts'

describe('the language a text is mostly written in', () => {
  it.each<[string, string, 'ko' | 'en']>([
    ['한국어 문장', '급식이 더 맛있어지면 좋겠어요.', 'ko'],
    ['an English sentence', 'Please keep the library open until eight.', 'en'],
    ['영어 낱말이 섞인 한국어', 'AI 디지털 textbook보다 책이 좋아요', 'ko'],
    ['영어 약어가 여럿 섞인 한국어', 'IB, STEAM, SW 교육을 PC 없이 할 수 있나요', 'ko'],
    ['English with one Korean word', 'The madang (마당) is a yard where a whole household meets', 'en'],
    ['한글 자모만 있는 글', 'ㅋㅋㅋ', 'ko'],
    ['words with an apostrophe, each counted once', "don't can't won't", 'en'],
    ['따옴표로 묶은 짧은 한국어', "'네' '좋아요'", 'ko'],
    ['둥근따옴표로 묶은 한 글자', '‘네’', 'ko'],
    ['accented Latin letters', 'Café für Ältere', 'en'],
  ])('%s', (_, text, expected) => {
    // The other language as fallback: so that only the text itself can give the answer.
    expect(detectLang(text, expected === 'ko' ? 'en' : 'ko')).toBe(expected)
  })

  it.each([
    ['nothing', ''],
    ['digits', '2026 100%'],
    ['emoji', '👍🏽👍🏽'],
    ['quotation marks without letters', "'123' ’"],
    ['a script of neither language', '学校 школа'],
    ['as many syllables as words', '네 yes'],
  ])('%s counts as the language of the writer', (_, text) => {
    expect(detectLang(text, 'ko')).toBe('ko')
    expect(detectLang(text, 'en')).toBe('en')
  })
})

describe('the language to offer first', () => {
  it('is the one chosen before, whatever the browser asks for', () => {
    expect(preferredLang('en', ['ko-KR'])).toBe('en')
    expect(preferredLang('ko', ['en-US'])).toBe('ko')
  })

  it('is the first of the browser’s wishes that there is', () => {
    expect(preferredLang(null, ['fr-FR', 'EN-us', 'ko'])).toBe('en')
    expect(preferredLang(null, ['ko-KR', 'en'])).toBe('ko')
  })

  it('is not taken from a stored value that is no language', () => {
    expect(preferredLang('fr', ['en'])).toBe('en')
    expect(preferredLang('', ['en'])).toBe('en')
  })

  it('is Korean where nothing is known', () => {
    expect(preferredLang(null, [])).toBe('ko')
    expect(preferredLang(null, ['fr', 'enx'])).toBe('ko')
  })
})

it.each([
  ['ko', true],
  ['en', true],
  ['KO', false],
  ['', false],
  [null, false],
  [undefined, false],
] as const)('%j is a language: %s', (value, expected) => expect(isLang(value)).toBe(expected))
