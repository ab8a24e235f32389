import { describe, expect, it } from 'vitest'
import { flatWords, LANGUAGES } from '../../helpers/words.ts'

// The keys whose texts are written in the other language on purpose: they are for those who read that one.
const IN_THE_OTHER_LANGUAGE = ['common.switchLang']

const textsOf = (lang: 'ko' | 'en') =>
  [...flatWords(lang)].filter(([key]) => !IN_THE_OTHER_LANGUAGE.includes(key)).map(([key, text]) => `${key}: ${text}`)

const withoutPlaceholders = (text: string) => text.replace(/\{\{\w+\}\}/g, '')

describe.each(LANGUAGES)('every text in %s', (lang) => {
  it('has single spaces, and none at its ends', () => {
    const texts = [...flatWords(lang)].filter(([, text]) => /\s{2}|^\s|\s$|[\t\n\u00A0]/.test(text))
    expect(texts).toEqual([])
  })

  it('has well-formed placeholders', () => {
    expect(textsOf(lang).filter((text) => /[{}]/.test(withoutPlaceholders(text)))).toEqual([])
  })

  it('has no markup', () => {
    expect(textsOf(lang).filter((text) => /<[^>]*>|&\w+;/.test(text))).toEqual([])
  })

  it('does not shout', () => {
    expect(textsOf(lang).filter((text) => /[!！]/.test(text))).toEqual([])
  })

  it('has an ellipsis nowhere: what is going on is said', () => {
    expect(textsOf(lang).filter((text) => /\.\.\.|…/.test(text))).toEqual([])
  })
})

describe('한국어 글은', () => {
  it('곧은따옴표 대신 둥근따옴표를 쓴다', () => {
    expect(textsOf('ko').filter((text) => /["'`]/.test(text))).toEqual([])
  })

  it('모두 한글이 들어 있다', () => {
    const words = [...flatWords('ko')].filter(([key]) => !IN_THE_OTHER_LANGUAGE.includes(key))
    const bare = words.filter(([, text]) => withoutPlaceholders(text).replace(/\W/g, '') !== '')
    expect(bare.filter(([, text]) => !/\p{Script=Hangul}/u.test(text))).toEqual([])
  })

  it('해요체로 말한다: 사람에게 하는 말에 합니다체가 섞이지 않는다', () => {
    expect(textsOf('ko').filter((text) => /(니다|니까|십시오)[.?]?(\s|$)/.test(text))).toEqual([])
  })

  it('받침에 따라 달라지는 조사를 겹쳐 쓰지 않는다', () => {
    expect(textsOf('ko').filter((text) => /[은을이과]\([는를가와]\)|\(으\)로/.test(text))).toEqual([])
  })
})

describe('English texts', () => {
  it('have typographic quotation marks and apostrophes', () => {
    expect(textsOf('en').filter((text) => /["'`]/.test(text))).toEqual([])
  })

  it('have no Korean letters, apart from the switch to Korean', () => {
    expect(textsOf('en').filter((text) => /\p{Script=Hangul}/u.test(text))).toEqual([])
  })
})
