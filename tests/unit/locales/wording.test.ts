import { describe, expect, it } from 'vitest'
import { TASK_IDS } from '#domain/plan.ts'
import { readInputs } from '../../../scripts/seed/inputs.ts'
import { flatWords, LANGUAGES } from '../../helpers/words.ts'

// The keys whose texts are written in the other language on purpose: they are for those who read that one.
const IN_THE_OTHER_LANGUAGE = ['common.switchLang']

const textsOf = (lang: 'ko' | 'en') =>
  [...flatWords(lang)].filter(([key]) => !IN_THE_OTHER_LANGUAGE.includes(key)).map(([key, text]) => `${key}: ${text}`)

const PARTICLES = /\{\p{Script=Hangul}+\/\p{Script=Hangul}+\}/gu
const withoutPlaceholders = (text: string) => text.replace(/\{\{\w+\}\}/g, '').replace(PARTICLES, '')

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

  it('반말을 섞지 않는다', () => {
    expect(textsOf('ko').filter((text) => /(?<!니)다\.(\s|$)/.test(text))).toEqual([])
  })

  it('변하는 말 바로 뒤의 조사는 앞말을 따르게 적는다', () => {
    const bare = /\}\}[’”」)]?(을|를|은|는|이|가|과|와|으로|로|이라고|라고|이라는|라는|이에요|예요)(?=[\s.,?]|$)/
    expect(textsOf('ko').filter((text) => bare.test(text))).toEqual([])
  })

  it('한 가지를 한 이름으로 부른다', () => {
    const others = /교직원|선생님|웹사이트|홈페이지|코멘트|댓글|이 메일|E-?메일|클릭|단추|로그 ?아웃 ?하기|유저|사용자/
    // 어린이에게 교사는 선생님이다.
    const toPeople = textsOf('ko').map((text) => (text.startsWith('join.slip.') ? text.replaceAll('선생님', '') : text))
    expect(toPeople.filter((text) => others.test(text))).toEqual([])
  })

  it('받침에 따라 달라지는 조사를 겹쳐 쓰지 않는다', () => {
    expect(textsOf('ko').filter((text) => /[은을이과]\([는를가와]\)|\(으\)로/.test(text))).toEqual([])
  })
})

describe('English texts', () => {
  it('have typographic quotation marks and apostrophes', () => {
    expect(textsOf('en').filter((text) => /["'`]/.test(text))).toEqual([])
  })

  it('say things one way', () => {
    const others = /\bemail|web ?site|homepage|click here|\blog ?in\b|\busers?\b|organiz|colors?\b/i
    expect([...flatWords('en')].filter(([, text]) => others.test(text.replace(/\{\{\w+\}\}/g, '')))).toEqual([])
  })

  it('have no Korean letters, apart from the switch to Korean', () => {
    expect(textsOf('en').filter((text) => /\p{Script=Hangul}/u.test(text))).toEqual([])
  })
})

describe('과제의 예시 글은', () => {
  const { plan, revised } = readInputs()
  const sentences = (text: string) => text.split(/(?<=[.?])\s+/)

  it.each(TASK_IDS)('%s: 공식 글은 합니다체, 쉬운 글은 해요체로만 쓴다', (id) => {
    for (const { summary, body, plain, subtasks, changeNote } of [plan[id], revised[id] ?? plan[id]]) {
      const official = [summary, body, changeNote, ...subtasks.map(({ text }) => text)]
      const ends = official.flatMap(({ ko }) => sentences(ko))
      expect(ends.filter((sentence) => !/(니다|니까|십시오|시다)[.?]$/.test(sentence))).toEqual([])
      expect(sentences(plain.ko).filter((sentence) => !/[요죠][.?]$/.test(sentence))).toEqual([])
    }
  })
})
