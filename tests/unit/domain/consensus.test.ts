import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  commonGround,
  consensus,
  division,
  FEWEST_VOTES,
  isDividing,
  isShared,
  leaning,
  type Voted,
  type Votes,
} from '#domain/consensus.ts'
import { noneByRole, ROLES, type Role } from '#domain/roles.ts'

type Sides = Partial<Record<Role, readonly [agree: number, disagree: number]>>

const votes = (sides: Sides): Votes => {
  const [agree, disagree] = [noneByRole(), noneByRole()]
  for (const role of ROLES) [agree[role], disagree[role]] = sides[role] ?? [0, 0]
  return { agree, disagree }
}

const voted = (id: string, sides: Sides): Voted => ({ id, ...votes(sides) })

const few = fc.oneof({ weight: 3, arbitrary: fc.nat(6) }, { weight: 1, arbitrary: fc.nat(300) })
const sides = fc.tuple(few, few)
const anyVotes = fc
  .record({ student: sides, parent: sides, teacher: sides, staff: sides, resident: sides })
  .map((each) => votes(each))

describe('group-informed consensus', () => {
  it('is the product over the groups of (agree + 1) / (votes + 2)', () => {
    const { value } = consensus(votes({ student: [8, 0], parent: [3, 2], staff: [0, 6] }))
    expect(value).toBeCloseTo((9 / 10) * (4 / 7) * (1 / 8), 12)
  })

  it('leaves out groups of fewer than five votes, and names them', () => {
    const { value, counted, leftOut } = consensus(votes({ student: [5, 0], parent: [0, 4], teacher: [2, 3] }))
    expect(value).toBeCloseTo((6 / 7) * (3 / 7), 12)
    expect(counted).toEqual(['student', 'teacher'])
    expect(leftOut).toEqual(['parent', 'staff', 'resident'])
  })

  it('is nothing of one group alone', () => {
    expect(consensus(votes({ student: [90, 1] })).value).toBeNull()
    expect(division(votes({ student: [90, 1] }))).toBeNull()
  })

  it('lies between 0 and 1, and never at either end', () => {
    fc.assert(
      fc.property(anyVotes, (each) => {
        const { value } = consensus(each)
        if (value === null) return
        expect(value).toBeGreaterThan(0)
        expect(value).toBeLessThan(1)
      }),
    )
  })

  it('grows with every person who agrees, and falls with every one who does not', () => {
    fc.assert(
      fc.property(anyVotes, fc.constantFrom(...ROLES), (each, role) => {
        const { value, counted } = consensus(each)
        if (value === null || !counted.includes(role)) return
        const more = (side: 'agree' | 'disagree') =>
          consensus({ ...each, [side]: { ...each[side], [role]: each[side][role] + 1 } }).value
        expect(more('agree')).toBeGreaterThan(value)
        expect(more('disagree')).toBeLessThan(value)
      }),
    )
  })

  it('does not depend on which group is which, nor on their order', () => {
    fc.assert(
      fc.property(anyVotes, fc.shuffledSubarray([...ROLES], { minLength: ROLES.length }), (each, order) => {
        const renamed = votes(
          Object.fromEntries(
            ROLES.map((role, place) => {
              const other = order[place] ?? role
              return [role, [each.agree[other], each.disagree[other]] as const]
            }),
          ),
        )
        const [one, other] = [consensus(each), consensus(renamed)]
        expect(other.counted.length).toBe(one.counted.length)
        if (one.value === null) expect(other.value).toBeNull()
        else expect(other.value).toBeCloseTo(one.value, 12)
      }),
    )
  })

  it('counts every group either in or out', () => {
    fc.assert(
      fc.property(anyVotes, (each) => {
        const { counted, leftOut } = consensus(each)
        expect([...counted, ...leftOut].toSorted()).toEqual([...ROLES].toSorted())
        for (const role of counted) expect(each.agree[role] + each.disagree[role]).toBeGreaterThanOrEqual(FEWEST_VOTES)
        for (const role of leftOut) expect(each.agree[role] + each.disagree[role]).toBeLessThan(FEWEST_VOTES)
      }),
    )
  })
})

describe('a division', () => {
  it('is between the two groups furthest apart', () => {
    const { most, least, gap } = division(votes({ student: [9, 1], parent: [1, 9], teacher: [5, 5] })) ?? {}
    expect([most, least]).toEqual(['student', 'parent'])
    expect(gap).toBeCloseTo(10 / 12 - 2 / 12, 12)
  })

  it('is one only if some rather agree and others rather do not', () => {
    expect(isDividing(votes({ student: [20, 0], parent: [6, 4] }))).toBe(false)
    expect(isDividing(votes({ student: [20, 0], parent: [4, 6] }))).toBe(true)
    expect(isDividing(votes({ student: [20, 0], parent: [0, 4] }))).toBe(false)
  })

  it('and sharing exclude each other', () => {
    fc.assert(fc.property(anyVotes, (each) => !(isShared(each) && isDividing(each))))
  })

  it('has a gap between 0 and 1, and no pair of groups stands further apart', () => {
    fc.assert(
      fc.property(anyVotes, (each) => {
        const ends = division(each)
        if (!ends) return
        expect(ends.gap).toBeGreaterThanOrEqual(0)
        expect(ends.gap).toBeLessThan(1)
        for (const one of consensus(each).counted)
          for (const other of consensus(each).counted)
            expect(leaning(each, one) - leaning(each, other)).toBeLessThanOrEqual(ends.gap + 1e-12)
      }),
    )
  })
})

describe('common ground among comments', () => {
  const all = (agree: number, disagree: number): Sides =>
    Object.fromEntries(ROLES.map((role) => [role, [agree, disagree]]))

  it('is not a matter of size: what a small group rejects is not shared, however many others agree', () => {
    const { shared } = commonGround([voted('large', { student: [900, 10], parent: [900, 10], staff: [1, 5] })], 3)
    expect(shared).toEqual([])
  })

  it('puts first what more groups share, of comments that are liked alike', () => {
    const two = voted('two', { student: [9, 1], parent: [9, 1] })
    const five = voted('five', all(9, 1))
    expect(commonGround([two, five], 3).shared.map(({ id }) => id)).toEqual(['five', 'two'])
  })

  it('compares comments by the typical group, not by how many have spoken', () => {
    const five = voted('five', all(9, 1))
    const lukewarm = voted('lukewarm', { student: [6, 4], parent: [6, 4] })
    expect(commonGround([lukewarm, five], 1).shared.map(({ id }) => id)).toEqual(['five'])
  })

  it('puts first what divides most', () => {
    const some = voted('some', { student: [7, 3], parent: [3, 7] })
    const deep = voted('deep', { student: [19, 1], parent: [1, 19] })
    expect(commonGround([some, deep, voted('none', all(5, 5))], 3).dividing.map(({ id }) => id)).toEqual([
      'deep',
      'some',
    ])
  })

  it('names no more than asked for, and does not depend on the order of the comments', () => {
    const comment = fc.tuple(fc.string({ minLength: 1, maxLength: 3 }), anyVotes).map(([id, each]) => ({ id, ...each }))
    const comments = fc.uniqueArray(comment, { selector: ({ id }) => id, maxLength: 12 })
    fc.assert(
      fc.property(comments, (each) => {
        const found = commonGround(each, 3)
        expect(found.shared.length).toBeLessThanOrEqual(3)
        expect(found.dividing.length).toBeLessThanOrEqual(3)
        expect(commonGround(each.toReversed(), 3)).toEqual(found)
      }),
    )
  })
})
