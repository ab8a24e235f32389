import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  moderationEntryId,
  parseStaffReason,
  parseTurnReason,
  removalEntryId,
  staffEntryReason,
  turnReason,
  voidingEntryId,
} from '#domain/audit.ts'
import { RIGHTS } from '#domain/staff.ts'

describe('the reason of an entry about staff', () => {
  const rights = fc.record({
    canReview: fc.boolean(),
    canEdit: fc.boolean(),
    canInvite: fc.boolean(),
    canManage: fc.boolean(),
  })
  const text = fc.string({ minLength: 1, unit: 'grapheme' })

  it('is read as it was written, whatever the name', () => {
    fc.assert(
      fc.property(fc.constantFrom('add', 'change', 'remove'), text, text, rights, (step, name, office, held) => {
        expect(parseStaffReason(staffEntryReason(step, { name, office, ...held }))).toEqual({
          step,
          who: `${name}, ${office}`,
          rights: RIGHTS.filter((right) => held[right]),
        })
      }),
    )
  })

  it('says what the rules put together', () => {
    const rights = { canReview: true, canEdit: false, canInvite: false, canManage: true }
    expect(staffEntryReason('add', { name: '김하나', office: '총무과', ...rights })).toBe(
      'add: 김하나, 총무과: canReview canManage',
    )
  })

  it.each(['First staff record, by the admin script', '', 'add: nobody'])('is none of these: “%s”', (reason) =>
    expect(parseStaffReason(reason)).toBeNull(),
  )
})

describe('the reason of an entry about opening or closing', () => {
  const minute = fc
    .date({ min: new Date('2000-01-01'), max: new Date('2999-12-31'), noInvalidDate: true })
    .map((date) => new Date(Math.floor(date.getTime() / 60_000) * 60_000))

  it('is read as it was written, to the minute', () => {
    const why = fc.string({ minLength: 1, unit: 'grapheme' })
    fc.assert(
      fc.property(fc.option(minute), why, (until, why) => {
        expect(parseTurnReason(turnReason(until, why))).toEqual({ until, why })
      }),
    )
  })

  it('says what the rules put together', () => {
    expect(turnReason(new Date('2026-01-02T03:04:59.9Z'), '회의')).toBe('until 2026-01-02T03:04Z: 회의')
    expect(turnReason(null, '회의')).toBe('until further notice: 회의')
  })

  it.each(['회의', 'until soon: 회의', 'until further notice: '])('is none of these: “%s”', (reason) =>
    expect(parseTurnReason(reason)).toBeNull(),
  )
})

it('entries that nothing names are found by what they speak of', () => {
  expect(moderationEntryId('t1-AaBbCcDdEeFfGgHhIi01', 3)).toBe('t1-AaBbCcDdEeFfGgHhIi01~3')
  expect(removalEntryId('hana', '')).toBe('hana~')
  expect(voidingEntryId('BatchBatchBatchBatch', 'TokenTokenTokenToken')).toBe(
    'BatchBatchBatchBatch~TokenTokenTokenToken',
  )
})
