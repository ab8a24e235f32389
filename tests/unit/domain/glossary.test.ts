import { describe, expect, it } from 'vitest'
import { glossaryOf, termsIn } from '#domain/glossary.ts'
import { BUREAUS } from '#domain/plan.ts'
import { ROLES } from '#domain/roles.ts'
import { sampleTask } from '../../helpers/samples.ts'
import { WORDS } from '../../helpers/words.ts'

const terms = glossaryOf([sampleTask(), sampleTask()])

describe('the glossary', () => {
  it('calls bureaus and groups as the pages do, in both languages', () => {
    const pairs = terms.map(({ ko, en }) => [ko, en.toLowerCase()])
    for (const role of ROLES) {
      expect(pairs).toContainEqual([WORDS.ko.common.roles[role], WORDS.en.common.roles[role].toLowerCase()])
    }
    for (const bureau of BUREAUS) {
      expect(pairs).toContainEqual([WORDS.ko.plan.bureaus[bureau], WORDS.en.plan.bureaus[bureau].toLowerCase()])
    }
  })

  it('has the titles of the plan as it is published, and each term once', () => {
    expect(terms).toContainEqual({ ko: '읽는 학교', en: 'Schools that read' })
    expect(terms).toContainEqual({ ko: '아침 독서', en: 'Morning reading' })
    expect(new Set(terms.map(({ ko, en }) => `${ko}/${en}`)).size).toBe(terms.length)
  })

  it('finds in a text the terms of either language', () => {
    expect(termsIn('우리 학교 급식은 좋아요', terms).map(({ en }) => en)).toEqual(['school meals'])
    expect(termsIn('More School Meals, please', terms).map(({ ko }) => ko)).toEqual(['급식'])
    expect(termsIn('', terms)).toEqual([])
  })
})
