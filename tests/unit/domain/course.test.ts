import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { courseOf, type Followed, MOST_PUBLICATIONS, type Part, shareOf, spreadOver } from '#domain/course.ts'
import { publicationId, type Results } from '#domain/results.ts'
import { ROLES, type Role } from '#domain/roles.ts'
import type { StanceCounts } from '#domain/stance.ts'
import { noBallots, taskResultOf } from '#domain/totals.ts'
import { counts, sampleResults } from '../../helpers/samples.ts'

type Groups = Readonly<Record<Role, StanceCounts>>

const groups = (some: Partial<Groups>): Groups =>
  Object.fromEntries(ROLES.map((role) => [role, some[role] ?? counts(0)])) as Groups

/** A publication of these stances on task 1, as publishing would make it. */
const published = (number: number, stances: Groups, revision = 1): Results =>
  sampleResults(
    { t1: taskResultOf({ revision, voices: 0, subtaskVoices: {}, stances }) },
    { number, publishedAt: new Date(number * 1000) },
  )

const followed = (one: Part, other: Part): Followed => ({ measure: 'agree', taskId: 't1', parts: [one, other] })

describe('which publications are read', () => {
  it('are at most twenty, the first and the newest among them, in order and each once', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 99_999 }), (newest) => {
        const ids = spreadOver(newest)
        expect(ids).toHaveLength(Math.min(newest, MOST_PUBLICATIONS))
        expect(new Set(ids).size).toBe(ids.length)
        expect(ids.toSorted()).toEqual(ids)
        expect(ids.at(-1)).toBe(publicationId(newest))
        if (newest > 1) expect(ids[0]).toBe(publicationId(1))
      }),
    )
  })

  it('are spread evenly', () => {
    const numbers = spreadOver(400).map(Number)
    const steps = numbers.slice(1).map((number, index) => number - (numbers[index] ?? 0))
    expect(Math.max(...steps) - Math.min(...steps)).toBeLessThanOrEqual(1)
  })
})

describe('a share', () => {
  it('is of everybody who answered, or of all stickers', () => {
    const stickers = { ...noBallots(), voters: 7, t1: 10, t4: 20 }
    const results: Results = {
      ...published(1, groups({ parent: counts(6, 2, 4) })),
      stickers: { ...sampleResults().stickers, total: stickers },
    }
    expect(shareOf(results, 'agree', 'parent', 't1')).toEqual({ count: 6, of: 12, people: 12 })
    expect(shareOf(results, 'stickers', 'all', 't4')).toEqual({ count: 20, of: 30, people: 7 })
    expect(shareOf(results, 'stickers', 'parent', 't4')).toBeNull()
    expect(shareOf(results, 'agree', 'student', 't1')).toBeNull()
  })
})

describe('the course of two shares', () => {
  const anyCounts = fc
    .tuple(fc.nat({ max: 14 }), fc.nat({ max: 4 }), fc.nat({ max: 6 }))
    .map(([agree, unsure, disagree]) => counts(agree, unsure, disagree))
  const anyGroups = fc.record({
    student: anyCounts,
    parent: anyCounts,
    teacher: anyCounts,
    staff: anyCounts,
    resident: anyCounts,
  })
  const anyKept = fc.array(fc.tuple(anyGroups, fc.constantFrom(1, 1, 1, 2)), { minLength: 1, maxLength: 12 })
  const anyPart = fc.constantFrom<Part>('all', ...ROLES)
  const keptOf = (each: readonly (readonly [Groups, number])[]) =>
    each.map(([stances, revision], index) => published(index + 1, stances, revision))

  it('never shows a difference of fewer than five people, between any two of its moments', () => {
    fc.assert(
      fc.property(anyKept, anyPart, anyPart, (each, one, other) => {
        const course = courseOf(keptOf(each), followed(one, other))
        for (const [index, a] of course.entries()) {
          for (const b of course.slice(index + 1)) {
            if (a.revision !== b.revision) continue
            for (const place of [0, 1] as const) {
              const [x, y] = [a.shares[place], b.shares[place]]
              if (!x || !y || (x.count === y.count && x.of === y.of)) continue
              expect(Math.abs(x.people - y.people)).toBeGreaterThanOrEqual(5)
            }
          }
        }
      }),
    )
  })

  it('does not show one either in what is left of all without the other part', () => {
    const first = published(1, groups({ student: counts(10), parent: counts(20) }))
    // Five students more, and a single parent: from all and students, the parent could be worked out.
    const second = published(2, groups({ student: counts(15), parent: counts(20, 0, 1) }))
    expect(courseOf([first, second], followed('all', 'student'))).toHaveLength(1)
    expect(courseOf([first, second], followed('student', 'student'))).toHaveLength(2)
  })

  it('does not show that people changed their minds while nobody came', () => {
    const before = published(1, groups({ student: counts(10, 10) }))
    const after = published(2, groups({ student: counts(11, 9) }))
    const course = courseOf([before, after], followed('student', 'parent'))
    expect(course.map(({ at }) => at)).toEqual([after.publishedAt])
  })

  it('has the newest always, and is in the order of time', () => {
    fc.assert(
      fc.property(anyKept, anyPart, (each, part) => {
        const kept = keptOf(each)
        const course = courseOf(kept, followed(part, 'parent'))
        const times = course.map(({ at }) => at.getTime())
        expect(times.toSorted((a, b) => a - b)).toEqual(times)
        const newest = kept.findLast(
          (results) => shareOf(results, 'agree', part, 't1') ?? shareOf(results, 'agree', 'parent', 't1'),
        )
        expect(times.at(-1)).toBe(newest?.publishedAt.getTime())
      }),
    )
  })

  it('begins anew with a revision, which asks everybody again', () => {
    const course = courseOf(
      [published(1, groups({ parent: counts(9) })), published(2, groups({ parent: counts(7, 1) }), 2)],
      followed('student', 'parent'),
    )
    expect(course.map(({ revision }) => revision)).toEqual([1, 2])
  })
})
