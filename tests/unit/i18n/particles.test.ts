import { josa } from 'es-hangul'
import { getI18n } from 'react-i18next'
import { describe, expect, it } from 'vitest'
import { languageReady } from '#i18n/i18n.ts'
import { pageTextsReady } from '#i18n/page-texts.ts'
import { withParticles } from '#i18n/particles.ts'

const PAIRS = ['을/를', '이/가', '은/는', '으로/로', '이라/라'] as const

describe('조사는 앞말의 소리를 따른다', () => {
  it.each(PAIRS)('모든 한글 음절 뒤에서: %s', (pair) => {
    const syllables = Array.from({ length: 0xd7a3 - 0xac00 + 1 }, (_, at) => String.fromCharCode(0xac00 + at))
    const wrong = syllables.filter((syllable) => withParticles(`${syllable}{${pair}}`) !== josa(syllable, pair))
    expect(wrong).toEqual([])
  })

  it.each([
    ['0', '0을', '0으로'],
    ['1', '1을', '1로'],
    ['2', '2를', '2로'],
    ['3', '3을', '3으로'],
    ['4', '4를', '4로'],
    ['5', '5를', '5로'],
    ['6', '6을', '6으로'],
    ['7', '7을', '7로'],
    ['8', '8을', '8로'],
    ['9', '9를', '9로'],
    ['10', '10을', '10으로'],
    ['2,000', '2,000을', '2,000으로'],
    ['62%', '62%를', '62%로'],
  ])('숫자 %s 뒤에서', (number, object, direction) => {
    expect(withParticles(`${number}{을/를}`)).toBe(object)
    expect(withParticles(`${number}{으로/로}`)).toBe(direction)
  })

  it.each([
    ['국어(2)', '국어(2)를'],
    ['국어(3)', '국어(3)을'],
    ['‘동의해요’', '‘동의해요’를'],
    ['‘맑은 수달 · 학생’', '‘맑은 수달 · 학생’을'],
    ['「서울교육」', '「서울교육」을'],
    ['“책.”', '“책.”을'],
  ])('닫는 부호는 읽지 않는다: %s', (word, expected) => {
    expect(withParticles(`${word}{을/를}`)).toBe(expected)
  })

  it.each([
    ['Google', 'Google을', 'Google로'],
    ['Gmail', 'Gmail을', 'Gmail로'],
    ['Chrome', 'Chrome을', 'Chrome으로'],
    ['Facebook', 'Facebook을', 'Facebook으로'],
    ['Internet', 'Internet을', 'Internet으로'],
    ['coding', 'coding을', 'coding으로'],
    ['name@example.com', 'name@example.com을', 'name@example.com으로'],
    ['Firebase', 'Firebase를', 'Firebase로'],
    ['PowerPoint', 'PowerPoint를', 'PowerPoint로'],
    ['YouTube', 'YouTube를', 'YouTube로'],
    ['note', 'note를', 'note로'],
    ['KRDS', 'KRDS를', 'KRDS로'],
    ['URL', 'URL을', 'URL로'],
    ['HTML', 'HTML을', 'HTML로'],
    ['QR', 'QR을', 'QR로'],
    ['EBSN', 'EBSN을', 'EBSN으로'],
    ['AI', 'AI를', 'AI로'],
    ['A', 'A를', 'A로'],
  ])('로마자는 한국어로 읽는 소리를 따른다: %s', (word, object, direction) => {
    expect(withParticles(`${word}{을/를}`)).toBe(object)
    expect(withParticles(`${word}{으로/로}`)).toBe(direction)
  })

  it('한 글에 여러 번 나와도 저마다 앞말을 따른다', () => {
    expect(withParticles('교사{과/와} 학생{은/는} 3{이/가}')).toBe('교사와 학생은 3이')
  })

  it('앞말이 없으면 받침이 없는 것으로 본다', () => {
    expect(withParticles('{은/는}')).toBe('는')
  })
})

it('글에서 쓰면 i18next가 골라 넣는다', async () => {
  await languageReady('ko')
  await pageTextsReady('ko', 'comments')
  const joinFirst = (reaction: string) => getI18n().t('comments:reaction.joinFirst', { reaction })
  expect(joinFirst('공감')).toContain('‘공감’을 ')
  expect(joinFirst('반대')).toContain('‘반대’를 ')
})
