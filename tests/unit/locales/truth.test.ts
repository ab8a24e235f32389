import { describe, expect, it } from 'vitest'
import { ROLES } from '#domain/roles.ts'
import { SLIP_ROLES } from '#domain/slip.ts'
import { LANGUAGES, WORDS } from '../../helpers/words.ts'

// What the product says of itself, where it has once said something else than what it does.

const SLIP = { ko: '참여표', en: 'slip' } as const

/** Each thing that is stored of somebody who takes part, as the consent text calls it. */
const STORED = {
  ko: ['이메일 주소', '바꾼 값', '참여표 번호', '학교급', '계정 번호', '자격', '확인 방법', '구,', '언어', '안내문']
    .concat(['의견', '고치기 전', '입장', '공감', '스티커', '신고'])
    .concat(['시각']),
  en: ['e-mail address', 'a form that cannot', 'number', 'kind of school', 'account number', 'group', 'confirmed']
    .concat(['district', 'language', 'text you agreed to', 'comments', 'before an edit', 'stances', 'reactions'])
    .concat(['stickers', 'reports', 'when you']),
} as const

describe.each(LANGUAGES)('it is true in %s', (lang) => {
  const { about, join, slips } = WORDS[lang]
  const method = WORDS[lang]['review-insights'].method

  it('that a slip is a way in for those groups whom slips are made for, and no others', () => {
    expect(ROLES.filter((role) => about.how.whoText[role].includes(SLIP[lang]))).toEqual([...SLIP_ROLES])
  })

  it('that slips confirm some of those who take part, where it is said who is confirmed', () => {
    for (const text of [about.counting.limit.self, method.proof]) expect(text).toContain(SLIP[lang])
  })

  it('that the consent text names all that is stored', () => {
    expect(STORED[lang].filter((what) => !join.consent.stored.includes(what))).toEqual([])
  })

  it('that whoever runs the database sees who used which slip, where slips are made', () => {
    expect(slips.lead).toContain(lang === 'ko' ? '데이터베이스를 운영하는 곳' : 'whoever runs the database')
  })
})
