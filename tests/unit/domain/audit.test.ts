import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { moderationEntryId, parseStaffReason, removalEntryId, staffEntryReason } from '#domain/audit.ts'
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

  it.each(['First staff record, by the admin script', '', 'add: nobody'])('is none of these: “%s”', (reason) =>
    expect(parseStaffReason(reason)).toBeNull(),
  )
})

it('entries that nothing names are found by what they speak of', () => {
  expect(moderationEntryId('t1-AaBbCcDdEeFfGgHhIi01', 3)).toBe('t1-AaBbCcDdEeFfGgHhIi01~3')
  expect(removalEntryId('hana', '')).toBe('hana~')
})
