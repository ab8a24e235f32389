import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  isBallot,
  left,
  noStickers,
  phaseOf,
  place,
  placed,
  remove,
  STICKERS,
  type Stickers,
  sameStickers,
} from '#domain/ballot.ts'
import { TASK_IDS } from '#domain/plan.ts'

const id = fc.constantFrom(...TASK_IDS)
const step = fc.record({ act: fc.constantFrom(place, remove), id })

describe('stickers', () => {
  it('are five, all left at first', () => {
    expect(left(noStickers())).toBe(5)
    expect(placed(noStickers())).toBe(0)
  })

  it('stay a ballot that the rules take, whatever somebody does with them', () => {
    fc.assert(
      fc.property(fc.array(step), (steps) => {
        const stickers = steps.reduce<Stickers>((before, { act, id: task }) => act(before, task), noStickers())
        expect(isBallot(stickers)).toBe(true)
        expect(placed(stickers) + left(stickers)).toBe(STICKERS)
      }),
    )
  })

  it('can all be on one task, and no more', () => {
    const all = Array(7).fill('t2').reduce<Stickers>(place, noStickers())
    expect(all).toEqual({ ...noStickers(), t2: 5 })
    expect(place(all, 't1')).toBe(all)
  })

  it('that are placed and taken back are as before', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 4 }), id, (steps, task) => {
        const before = steps.reduce<Stickers>((stickers, one) => place(stickers, one.id), noStickers())
        expect(sameStickers(remove(place(before, task), task), before)).toBe(true)
      }),
    )
  })

  it('are not taken back where there are none', () => {
    const none = noStickers()
    expect(remove(none, 't4')).toBe(none)
  })

  it.each([
    [{ t1: 6 }, false],
    [{ t1: 3, t2: 3 }, false],
    [{ t1: -1, t2: 2 }, false],
    [{ t1: 0.5 }, false],
    [{ t1: Number.NaN }, false],
    [{ t1: 5 }, true],
    [{}, true],
  ])('are a ballot: %j is %s', (stickers, expected) => {
    expect(isBallot({ ...noStickers(), ...stickers })).toBe(expected)
  })
})

describe('voting', () => {
  const voting = { opensAt: new Date('2026-03-09T00:00:00Z'), closesAt: new Date('2026-03-13T09:00:00Z') }

  it.each([
    ['2026-03-08T23:59:59.999Z', 'before'],
    ['2026-03-09T00:00:00Z', 'open'],
    ['2026-03-13T08:59:59.999Z', 'open'],
    ['2026-03-13T09:00:00Z', 'closed'],
  ] as const)('at %s is %s', (now, phase) => {
    expect(phaseOf(voting, new Date(now))).toBe(phase)
  })

  it('is closed as long as nobody has said when it is', () => {
    expect(phaseOf(null, new Date())).toBe('closed')
  })
})
