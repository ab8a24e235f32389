import { readdirSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { findPersonalData, MASK, mask } from '#domain/personal-data.ts'
import { PERSONAL_KINDS, type PersonalKind } from '#domain/personal-patterns.ts'

/** The passages are in ⟦ ⟧; what stands around them is not to be touched. */
const PERSONAL: readonly [PersonalKind, string][] = [
  ['resident-number', '제 주민번호는 ⟦900101-1234567⟧이에요.'],
  ['resident-number', '⟦900101-1234568⟧'],
  ['resident-number', '주민등록번호 ⟦900101 1234567⟧입니다'],
  ['resident-number', '⟦900101.2234567⟧'],
  ['resident-number', '⟦９００１０１－１２３４５６７⟧'],
  ['resident-number', '⟦9 0 0 1 0 1 - 1 2 3 4 5 6 7⟧'],
  ['resident-number', '⟦900101–1234567⟧ (반각 줄표)'],
  ['resident-number', '붙여 쓰면 ⟦9001011234568⟧'],
  ['resident-number', '2020년 10월 뒤에 태어나면 ⟦2011053123456⟧'],
  ['resident-number', '숨은 글자를 넣어도 ⟦900\u200B101-12345\u200B67⟧'],
  ['resident-number', 'My number is ⟦900101-1234567⟧.'],
  ['foreigner-number', '외국인등록번호 ⟦900101-5234567⟧'],
  ['foreigner-number', 'My ARC number is ⟦900101-6234567⟧, issued in Seoul.'],
  ['phone', '⟦010-1234-5678⟧로 연락 주세요.'],
  ['phone', '⟦010 1234 5678⟧'],
  ['phone', '⟦01012345678⟧'],
  ['phone', '⟦010.1234.5678⟧'],
  ['phone', '⟦010)1234-5678⟧'],
  ['phone', '⟦(010) 1234-5678⟧'],
  ['phone', '⟦011-234-5678⟧'],
  ['phone', '⟦０１０－１２３４－５６７８⟧'],
  ['phone', '⟦010·1234·5678⟧'],
  ['phone', '⟦0️⃣1️⃣0️⃣-1234-5678⟧'],
  ['phone', '⟦0 1 0 - 1 2 3 4 - 5 6 7 8⟧'],
  ['phone', '⟦공일공 일이삼사 오육칠팔⟧이에요'],
  ['phone', '⟦공일공에 일이삼사에 오육칠팔⟧'],
  ['phone', '⟦010-일이삼사-오육칠팔⟧'],
  ['phone', '전화는 ⟦02)123-4567⟧'],
  ['phone', '⟦02-1234-5678⟧'],
  ['phone', '⟦(02) 123-4567⟧'],
  ['phone', '⟦031-123-4567⟧'],
  ['phone', '⟦0311234567⟧'],
  ['phone', '⟦070-1234-5678⟧'],
  ['phone', '⟦0502-1234-5678⟧'],
  ['phone', '⟦+82 10-1234-5678⟧'],
  ['phone', '⟦+82-10-1234-5678⟧'],
  ['phone', '⟦+82 (0)10 1234 5678⟧'],
  ['phone', '⟦82-10-1234-5678⟧'],
  ['phone', '⟦+821012345678⟧'],
  ['phone', '⟦+82 2 123 4567⟧'],
  ['phone', 'Call me: ⟦010-1234-5678⟧, any time.'],
  ['phone', 'Tel. ⟦123-4567⟧'],
  ['phone', '연락처 ⟦3999-1234⟧'],
  ['phone', 'My mother’s number is ⟦+1 415-555-2671⟧.'],
  ['email', '⟦hong.gil-dong@naver.com⟧으로 보내 주세요'],
  ['email', '제 메일은⟦hong@sen.go.kr⟧이에요'],
  ['email', '⟦hong ＠ naver．com⟧'],
  ['email', '⟦홍길동@naver.com⟧'],
  ['email', '⟦hong@naver⟧로 주세요'],
  ['email', '⟦hong골뱅이naver.com⟧'],
  ['email', '⟦hong 골뱅이 네이버⟧'],
  ['email', '⟦hong(at)school.sen.kr⟧'],
  ['email', 'Write to ⟦jane.doe+school@example.co.kr⟧ please.'],
  ['email', 'Write to ⟦jane at example dot com⟧.'],
  ['account', '국민은행 ⟦123456-78-901234⟧ 홍길동'],
  ['account', '계좌번호는 ⟦11012345678901⟧이에요'],
  ['account', '카카오뱅크 ⟦3333-01-1234567⟧'],
  ['account', '신한 ⟦110-123-456789⟧'],
  ['account', '⟦110-123-456789⟧ (신한)'],
  ['account', '⟦301-1234-5678-91⟧'],
  ['account', '우체국 ⟦012345 02 123456⟧'],
  ['account', 'Please send it to my bank account ⟦1002-123-456789⟧.'],
  ['account', '카드 ⟦4111-1111-1111-1111⟧'],
  ['address', '우리 집은 ⟦종로구 송월길 48, 101동 1203호⟧예요'],
  ['address', '⟦101동 1203호⟧'],
  ['address', '⟦101동1203호⟧에 살아요'],
  ['address', '⟦가동 302호⟧'],
  ['address', '래미안⟦101동 1203호⟧'],
  ['address', '행복아파트⟦101동502호⟧'],
  ['address', '한빛마을⟦101동 502호⟧'],
  ['address', '행복빌라⟦가동 302호⟧'],
  ['address', '제 주소는 ⟦송월길 48 101동 1203호⟧예요'],
  ['address', '⟦종로구 송월길 48 래미안101동 1203호⟧'],
  ['address', '⟦강남구 테헤란로 12, 1203호⟧'],
  ['address', '⟦테헤란로12길 34, 502호⟧'],
  ['address', '⟦마포구 월드컵북로 12-3⟧'],
  ['address', '⟦역삼동 123-45번지⟧'],
  ['address', '현대⟦아파트 101-1203⟧'],
  ['address', 'I live at ⟦12 Sejong-daero⟧, Jung-gu.'],
  ['address', 'We are in ⟦101-dong 1203-ho⟧.'],
  ['address', 'It is ⟦Building 101, Unit 1203⟧.'],
  ['pupil', '저는 ⟦3학년 2반 15번⟧이에요.'],
  ['pupil', '⟦3학년2반15번⟧'],
  ['pupil', '⟦３학년 ２반 １５번⟧'],
  ['pupil', '⟦삼학년 이반 십오번⟧ 김 아무개'],
  ['pupil', '⟦3-2반 15번⟧'],
  ['pupil', '학번은 ⟦30215⟧예요'],
  ['pupil', 'I am in ⟦Grade 3, Class 2, No. 15⟧.'],
  ['pupil', 'I am in ⟦3rd grade, class 2, number 15⟧.'],
  ['pupil', 'My student ID is ⟦30215⟧.'],
]

const HARMLESS: readonly string[] = [
  '2023–2026 중기발전계획, 2023-2026년, 2023~2026',
  '2026년 3월 2일, 2026-03-02, 2026.03.02., 26.3.2',
  '2024.03.01-2025.02.28.',
  '2023-03-01~2024-02-29 사이에',
  '02. 2023-2026 계획',
  '오전 10:30부터 12:00까지, 10시 30분 1234명',
  '12.5%에서 15.25%로, 0.3% 포인트',
  '학생 880,370명, 교사 75,023명, 학교 2,158교',
  '1,234명과 5,678명',
  '예산 1,234,567,890원, 12345678901원, 1조 2,000억 원',
  '입금액은 1000000000원이에요',
  '초·중등교육법 제18조의4, 제24조 제2항 제3호',
  '유아교육법 시행령 제12조의3제1항',
  '3학년 2반 교실이 추워요',
  '3학년 2반과 4반',
  '3학년 2반이 5번 이상 발표했어요',
  '6학년은 1반부터 7반까지 한 반에 25명',
  '2동 앞 화단, 본관 3층 과학실, 301호 교실',
  '상계3동 301호 버스, 별관2동과 12호 교실, 체육 활동 12호',
  '앞으로 12년, 새로 5개, 서로 3명씩, 대로 2차선',
  '강남구 평균으로 3명, 마포구 위주로 12개교',
  '위로 3명, 아래로 4명',
  '학교 폭력 신고는 117, 청소년 상담은 1388, 다산콜 120',
  '상담 전화 1588-7179',
  '전화 상담은 2023-2026년에',
  '우리 학교는 2023-2026년 계획을 세웠어요',
  '은행나무 120그루',
  'ISBN 978-89-364-3412-0, 9788936434120',
  '사업자등록번호 123-45-67890',
  '1732500000000 밀리초',
  '문서번호 초등교육과-12345(2026. 3. 2.)',
  '01 012 345',
  '누리집 www.sen.go.kr, https://example.com/2026/03',
  '트위터 @seouledu, 점심 @ 학교',
  'The plan for 2023–2026 has six tasks.',
  'On 2 March 2026, at 10:30, 1,234 people came.',
  'Article 18-4 of the Act, paragraph 2',
  'Grade 3 has 7 classes with 25 pupils each.',
  'Grade 3, Class 2 is cold in winter.',
  'Look at naver.com and meet me at school.',
  'A budget of 1,234,567,890 won, or 1.2 million dollars',
  'Call 117 or 1388.',
  'Building 3 has 12 rooms.',
  'Version 1.2.3.4, ratio 16:9, 80+2023-2026',
]

const unmarked = (marked: string): string => marked.replace(/[⟦⟧]/g, '')

describe('personal data', () => {
  it.each(PERSONAL)('%s: %s', (kind, marked) => {
    const text = unmarked(marked)
    const found = findPersonalData(text)
    expect(found.map(({ start, end }) => text.slice(start, end))).toEqual([
      marked.slice(marked.indexOf('⟦') + 1, marked.indexOf('⟧')),
    ])
    expect(found.map((range) => range.kind)).toEqual([kind])
  })

  it('has an example of every kind', () => {
    expect(new Set(PERSONAL.map(([kind]) => kind))).toEqual(new Set(PERSONAL_KINDS))
  })

  it.each(HARMLESS)('is not in: %s', (text) => {
    expect(findPersonalData(text)).toEqual([])
  })

  const voices = readdirSync('scripts/seed/comments').flatMap((file) => {
    const texts = readFileSync(`scripts/seed/comments/${file}`, 'utf8').matchAll(/"text": ("(?:[^"\\]|\\.)*")/g)
    return Array.from(texts, ([, quoted = '""']) => JSON.parse(quoted) as string)
  })

  it('is in none of the sample comments, and not in the plan', () => {
    expect(voices.length).toBeGreaterThan(50)
    expect(voices.filter((text) => findPersonalData(text).length > 0)).toEqual([])
    const plan = readdirSync('scripts/seed/plan').map((file) => readFileSync(`scripts/seed/plan/${file}`, 'utf8'))
    expect(plan.flatMap((text) => findPersonalData(text).map(({ start, end }) => text.slice(start, end)))).toEqual([])
  })

  it('is found several times in one text, in its order', () => {
    const text = '010-1234-5678이나 hong@naver.com, 3학년 2반 15번'
    expect(findPersonalData(text).map(({ kind }) => kind)).toEqual(['phone', 'email', 'pupil'])
  })

  // A pattern that goes back and forth over it would not end in the time of a test.
  it.each(['1', '1-', 'a', '가로 1', '0.', '@', ' ', 'a-'])('is not in %j a thousand times', (filler) => {
    expect(findPersonalData(filler.repeat(1000))).toEqual([])
  })
})

describe('numbers that changed in October 2020', () => {
  it.each([
    ['with its check digit', '9001011234568', true],
    ['with another last digit', '9001011234567', false],
    ['of a foreigner, with the check digit of foreigners', '9001015234561', true],
    ['of a foreigner, with that of Koreans', '9001015234569', false],
    ['of a child born since, whatever its last digit', '2010014123450', true],
    ['of a child born the day before', '2009304123450', false],
    ['of no day', '9002301234568', false],
    ['of the nineteenth century', '9001019234567', false],
  ])('thirteen digits in a row are one %s: %s', (_, digits, isOne) => {
    const kinds = findPersonalData(digits).map(({ kind }) => kind)
    expect(kinds.some((kind) => kind.endsWith('-number'))).toBe(isOne)
  })
})

describe('masking', () => {
  const passage = fc.constantFrom(...PERSONAL.map(([, marked]) => unmarked(marked)), ...HARMLESS)
  const filler = fc.string({ unit: fc.constantFrom(...'가나 ,.-0123456789 동호로은행@a\n'), maxLength: 12 })
  const written = fc.array(fc.oneof(passage, filler), { maxLength: 6 }).map((parts) => parts.join(''))

  it('twice is the same as once', () => {
    fc.assert(
      fc.property(written, (text) => {
        const once = mask(text, findPersonalData(text))
        expect(mask(once, findPersonalData(once))).toBe(once)
      }),
      { numRuns: 500 },
    )
  })

  it('changes nothing outside of the ranges, which lie in order and not over each other', () => {
    fc.assert(
      fc.property(written, (text) => {
        const ranges = findPersonalData(text)
        let kept = ''
        let last = 0
        for (const { start, end } of ranges) {
          expect(start).toBeGreaterThanOrEqual(last)
          expect(end).toBeGreaterThan(start)
          kept += text.slice(last, start) + MASK
          last = end
        }
        expect(mask(text, ranges)).toBe(kept + text.slice(last))
        expect(mask(text, ranges.toReversed())).toBe(mask(text, ranges))
      }),
    )
  })

  it('reveals nothing of what was found, not even its length', () => {
    const around = fc.string({ unit: fc.constantFrom(...'가나다 \n'), maxLength: 20 })
    fc.assert(
      fc.property(around, fc.constantFrom(...PERSONAL), around, (before, [, marked], after) => {
        const secret = marked.slice(marked.indexOf('⟦') + 1, marked.indexOf('⟧'))
        const [prefix = '', suffix = ''] = marked.split(/⟦.*⟧/)
        const text = `${before} ${prefix}${secret}${suffix} ${after}`
        expect(mask(text, findPersonalData(text))).toBe(`${before} ${prefix}${MASK}${suffix} ${after}`)
      }),
    )
  })

  it('of one passage leaves the others', () => {
    const text = '010-1234-5678, hong@naver.com'
    expect(mask(text, findPersonalData(text).slice(1))).toBe('010-1234-5678, ***')
  })
})
