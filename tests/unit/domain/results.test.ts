import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { TASK_IDS, type TaskId } from '#domain/plan.ts'
import { peopleIn, publicationId, type StickerCounts, tellsOfOther } from '#domain/results.ts'
import { ROLES, type Role } from '#domain/roles.ts'
import { noStances, STANCES, type StanceCounts } from '#domain/stance.ts'
import { SMALLEST_PUBLISHED_GROUP } from '#domain/suppression.ts'
import { noBallots, type TaskTally, talliedIn, taskResultOf, totalsOf } from '#domain/totals.ts'

type Stances = TaskTally['stances']

const agreeing = (people: Partial<Record<Role, number>>): Stances =>
  Object.fromEntries(ROLES.map((role) => [role, { ...noStances(), agree: people[role] ?? 0 }])) as Stances

const publish = (stances: Stances) => taskResultOf({ revision: 1, voices: 0, subtaskVoices: {}, stances })

const publishedRoles = (people: Partial<Record<Role, number>>) => {
  const { groups } = publish(agreeing(people))
  return ROLES.filter((role) => groups[role] !== null)
}

// Small groups are where it is decided what to withhold; a few large ones belong to the picture.
const people = fc.oneof({ weight: 4, arbitrary: fc.nat(4) }, { weight: 1, arbitrary: fc.nat(200) })
const counts: fc.Arbitrary<StanceCounts> = fc.record({ agree: people, unsure: people, disagree: people })
const noneOrSome = fc.oneof({ weight: 1, arbitrary: fc.constant(noStances()) }, { weight: 3, arbitrary: counts })
const anyStances: fc.Arbitrary<Stances> = fc.record({
  student: noneOrSome,
  parent: noneOrSome,
  teacher: noneOrSome,
  staff: noneOrSome,
  resident: noneOrSome,
})

describe('what is published of one task', () => {
  it.each<[string, Partial<Record<Role, number>>, Role[]]>([
    ['all groups, if all are large', { student: 9, parent: 8, teacher: 7, staff: 6, resident: 5 }, [...ROLES]],
    ['the only group', { student: 30 }, ['student']],
    ['nothing, if a large group would give away a small one', { student: 30, parent: 1 }, []],
    ['the larger of three, if the third is small', { student: 30, parent: 10, teacher: 1 }, ['student']],
    ['all but two small groups of five people together', { student: 30, parent: 3, teacher: 2 }, ['student']],
    [
      'not the next group, if two small ones are four people',
      { student: 30, parent: 9, staff: 3, resident: 1 },
      ['student'],
    ],
    [
      'the group shown later, of two equally small ones',
      { student: 8, parent: 8, teacher: 2, staff: 9 },
      ['parent', 'staff'],
    ],
  ])('%s', (_, groups, expected) => {
    expect(publishedRoles(groups)).toEqual(expected)
  })

  it('has no total of fewer than five people', () => {
    expect(publish(agreeing({ student: 2, parent: 2 })).total).toBeNull()
    expect(publish(agreeing({ student: 2, parent: 3 })).total).toEqual({ agree: 5, unsure: 0, disagree: 0 })
  })

  it('names no group of fewer than five people', () => {
    fc.assert(
      fc.property(anyStances, (stances) => {
        const { total, groups } = publish(stances)
        for (const published of [total, ...Object.values(groups)]) {
          if (published !== null) expect(peopleIn(published)).toBeGreaterThanOrEqual(SMALLEST_PUBLISHED_GROUP)
        }
      }),
    )
  })

  it('leaves over nobody, or five people and more of two groups and more', () => {
    fc.assert(
      fc.property(anyStances, (stances) => {
        const { total, groups } = publish(stances)
        if (total === null) {
          expect(Object.values(groups)).toEqual(ROLES.map(() => null))
          return
        }
        const published = ROLES.reduce((sum, role) => sum + (groups[role] ? peopleIn(groups[role]) : 0), 0)
        const leftOver = peopleIn(total) - published
        if (leftOver === 0) return
        expect(leftOver).toBeGreaterThanOrEqual(SMALLEST_PUBLISHED_GROUP)
        const withheld = ROLES.filter((role) => groups[role] === null && peopleIn(stances[role]) > 0)
        expect(withheld.length).toBeGreaterThanOrEqual(2)
      }),
    )
  })

  it('publishes the tallies as they are, and their sum', () => {
    fc.assert(
      fc.property(anyStances, (stances) => {
        const { total, groups } = publish(stances)
        for (const role of ROLES) if (groups[role] !== null) expect(groups[role]).toEqual(stances[role])
        if (total === null) return
        for (const stance of STANCES) {
          expect(total[stance]).toBe(ROLES.reduce((sum, role) => sum + stances[role][stance], 0))
        }
      }),
    )
  })

  it('withholds no more than it must: the smallest group withheld beyond the small ones was needed', () => {
    fc.assert(
      fc.property(anyStances, (stances) => {
        const { total, groups } = publish(stances)
        const large = ROLES.filter((role) => peopleIn(stances[role]) >= SMALLEST_PUBLISHED_GROUP)
        const withheldLarge = large.filter((role) => groups[role] === null)
        if (total === null || withheldLarge.length === 0) return
        const sizes = withheldLarge.map((role) => peopleIn(stances[role]))
        const small = ROLES.filter((role) => !large.includes(role) && peopleIn(stances[role]) > 0)
        const smallPeople = small.reduce((sum, role) => sum + peopleIn(stances[role]), 0)
        // One large group beside the small ones is cover enough, so there is never a second.
        expect(withheldLarge).toHaveLength(1)
        expect(smallPeople).toBeGreaterThan(0)
        expect(small.length < 2 || smallPeople < SMALLEST_PUBLISHED_GROUP).toBe(true)
        for (const role of large) expect(peopleIn(stances[role])).toBeGreaterThanOrEqual(Math.min(...sizes))
      }),
    )
  })

  it('does not depend on the order in which the groups are written down', () => {
    fc.assert(
      fc.property(anyStances, fc.shuffledSubarray([...ROLES], { minLength: ROLES.length }), (stances, order) => {
        const reordered = Object.fromEntries(order.map((role) => [role, stances[role]])) as Stances
        expect(publish(reordered)).toEqual(publish(stances))
      }),
    )
  })
})

describe('what is published of the plan', () => {
  const tasks = Object.fromEntries(
    TASK_IDS.map((id, index): [TaskId, TaskTally] => [
      id,
      {
        revision: index + 1,
        voices: 10 * index,
        subtaskVoices: { s1: index },
        stances: agreeing({ student: 6 + index, parent: 2 }),
      },
    ]),
  ) as Record<TaskId, TaskTally>

  const voters = (people: Partial<Record<Role, number>>) =>
    Object.fromEntries(
      ROLES.map((role, index) => [
        role,
        { ...noBallots(), voters: people[role] ?? 0, t2: (people[role] ?? 0) + index },
      ]),
    ) as Record<Role, StickerCounts>

  it('keeps each task with its revision and its number of voices', () => {
    const { tasks: published } = totalsOf({ tasks, ballots: voters({}) })
    expect(Object.keys(published)).toEqual([...TASK_IDS])
    expect(published.t3).toMatchObject({ revision: 3, voices: 20, subtaskVoices: { s1: 2 }, total: { agree: 10 } })
  })

  it('has stickers by group, as people and as stickers on each task', () => {
    const { stickers } = totalsOf({ tasks, ballots: voters({ student: 30, parent: 9, teacher: 8 }) })
    expect(stickers.groups.parent).toEqual({ voters: 9, t1: 0, t2: 10, t3: 0, t4: 0, t5: 0, t6: 0 })
    expect(stickers.total).toMatchObject({ voters: 47, t1: 0, t2: 30 + 10 + 10 + 3 + 4 })
  })

  it('withholds the stickers of a small group, and of the next, which would give it away', () => {
    const { stickers } = totalsOf({ tasks, ballots: voters({ student: 30, parent: 9, teacher: 2 }) })
    expect(ROLES.filter((role) => stickers.groups[role])).toEqual(['student'])
    expect(totalsOf({ tasks, ballots: voters({ student: 4 }) }).stickers.total).toBeNull()
  })

  it('is recounted with the sums of all tallies, withheld ones included', () => {
    expect(talliedIn({ tasks, ballots: voters({ student: 30, teacher: 2 }) })).toEqual({
      tallied: 6 + 7 + 8 + 9 + 10 + 11 + 6 * 2,
      ballotsTallied: 32,
    })
  })
})

it('publications are kept under ids that stand in their order', () => {
  const ids = [1, 9, 10, 999, 123_456].map(publicationId)
  expect(ids[0]).toBe('000001')
  expect(ids.toSorted()).toEqual(ids)
})

describe('results tell of another task than the one in hand', () => {
  const at = '2026-03-02T00:00:00.000Z'
  const task = { revision: 2, status: 'open', turnsAt: null } as const
  const result = (changes: object) => ({ ...publish(agreeing({})), revision: 2, ...changes })

  it('where its text is newer', () => {
    expect(tellsOfOther(task, result({ revision: 3 }))).toBe(true)
    expect(tellsOfOther(task, result({ revision: 1 }))).toBe(false)
    expect(tellsOfOther(task, undefined)).toBe(false)
  })

  it('where it has closed or opened, or will at another time', () => {
    expect(tellsOfOther(task, result({ status: 'open', turnsAt: null }))).toBe(false)
    expect(tellsOfOther(task, result({ status: 'closed', turnsAt: null }))).toBe(true)
    expect(tellsOfOther(task, result({ status: 'open', turnsAt: at }))).toBe(true)
    expect(tellsOfOther({ ...task, turnsAt: new Date(at) }, result({ status: 'open', turnsAt: at }))).toBe(false)
    expect(tellsOfOther({ ...task, turnsAt: new Date(at) }, result({ status: 'open', turnsAt: null }))).toBe(true)
  })

  it('not where they are older than that: they say nothing of it', () => {
    expect(tellsOfOther({ ...task, status: 'closed' }, result({}))).toBe(false)
  })
})
