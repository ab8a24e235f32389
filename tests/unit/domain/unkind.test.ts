import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { findUnkind } from '#domain/unkind.ts'

const UNKIND: readonly string[] = [
  '⟦씨발⟧ 이게 뭐예요',
  '아 ⟦시발⟧',
  '아⟦시발⟧',
  '⟦씨.발⟧ 진짜',
  '⟦시1발⟧',
  '⟦씨 발⟧',
  '⟦씨\u200B발⟧',
  '⟦ㅅㅂ⟧ 왜 안 해 줘요',
  '⟦ㅅ ㅂ⟧',
  '⟦ㅅ*ㅂ⟧',
  '⟦ㅆㅂ⟧ㅋㅋ',
  '⟦ㅂㅅ⟧',
  '⟦ㅄ⟧',
  '⟦ㅈㄹ⟧하네',
  '⟦ㅈㄴ⟧ 짜증나',
  '⟦ㅅㅂㅅㅂ⟧',
  '⟦병신⟧ 같은 정책',
  '이⟦병신⟧아',
  '⟦병1신⟧',
  '⟦병 신⟧',
  '⟦지랄⟧하지 마세요',
  '⟦지 랄⟧',
  '⟦존나⟧ 싫어요',
  '⟦개새끼⟧',
  '⟦미친 새끼⟧',
  '⟦이 새끼⟧들이',
  '⟦미친놈⟧들',
  '⟦개소리⟧ 그만하세요',
  '⟦개같은⟧ 계획',
  '⟦맘충⟧',
  '⟦니 애미⟧',
  '⟦입 닥쳐⟧',
  '⟦닥쳐⟧.',
  '⟦꺼져⟧',
  '⟦나가 죽어⟧',
  'This is ⟦fucking⟧ useless.',
  '⟦f u c k⟧ this',
  '⟦f*ck⟧ off',
  '⟦Ｆｕｃｋ⟧',
  'What ⟦bullshit⟧.',
  'You ⟦idiots⟧.',
  '⟦you are stupid⟧',
  '⟦Shut up⟧.',
  '⟦kill yourself⟧',
  'a ⟦b1tch⟧',
]

const KIND: readonly string[] = [
  '여기가 우리의 시발점이에요. 시발역에서 만나요.',
  '다시 발표해 주세요. 역시 발전이 중요해요. 무시 발언은 안 돼요.',
  '서울시 발전 계획, 서울시발전연구원, 시 발전',
  '김씨 발언을 들었어요. 아저씨 발이 아파요. 글씨 발달',
  '개발, 개선, 개학, 재개발',
  '질병 신고, 질병신고 의무, 병 신청, 간병 신청서',
  '기존나무를 지켜 주세요. 생존나이',
  '새끼손가락, 새끼줄, 아기 새끼 고양이, 개 새끼를 낳았어요',
  '그 새끼 고양이가 귀여워요',
  '위험이 닥쳐도 침착하게, 어려움이 닥쳐오면',
  '교실 불이 꺼져 있어요. 불이 꺼져.',
  '책을 뒤져 보았어요. 가방을 뒤졌어요.',
  '영향을 미친 정책, 학생에게 미친 것',
  '보지 못했어요. 자지 않아요.',
  '무지개같은 학교',
  '죽을 만큼 공부해요',
  '쌍둥이, 쌍방향 수업, 십팔 세, 씨앗, 시바견',
  'ㅋㅋㅋㅋ ㅎㅎ ㅠㅠ ㅇㅇ ㄱㅅ ㅊㅋ ㅇㅈ ㄱㅇㄷ',
  'ㄱㄴㄷㄹㅁㅂㅅㅇㅈㅊ, ㄱ ㄴ ㄷ ㄹ ㅁ ㅂ ㅅ ㅇ',
  '초성 ㅅ, ㅂ을 배워요',
  '화났어요. 정말 실망이에요. 이 계획은 틀렸어요. 반대합니다.',
  'I grew up near Scunthorpe, in Essex.',
  'A classic assessment of assistants, by Dickens, in the cockpit.',
  'Shiitake mushrooms, a pricking pin, bass players',
  'if u ask for UK schools, of UK origin',
  'I am angry. This plan is wrong and I am against it.',
  'Please shut the window up there.',
  'It was stupid of me to forget.',
]

describe('words that may hurt', () => {
  it.each(UNKIND)('%s', (marked) => {
    const text = marked.replace(/[⟦⟧]/g, '')
    const expected = marked.slice(marked.indexOf('⟦') + 1, marked.indexOf('⟧'))
    expect(findUnkind(text).map(({ start, end }) => text.slice(start, end))).toEqual([expected])
  })

  it.each(KIND)('are not in: %s', (text) => {
    expect(findUnkind(text).map(({ start, end }) => text.slice(start, end))).toEqual([])
  })

  it('are in none of the sample comments', () => {
    const files = readdirSync('scripts/seed/comments')
    expect(files.length).toBe(6)
    const found = files.flatMap((file) => {
      const text = readFileSync(`scripts/seed/comments/${file}`, 'utf8').replace(/\\n/g, '\n')
      return findUnkind(text).map(({ start, end }) => text.slice(start - 10, end + 10))
    })
    expect(found).toEqual([])
  })

  // A pattern that goes back and forth over it would not end in the time of a test.
  it.each(['시', 'f', 'ㅇ ', '새 ', '1', 'you '])('are not in %j a thousand times', (filler) => {
    expect(findUnkind(filler.repeat(1000))).toEqual([])
  })
})
