import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { ROLES } from '#domain/roles.ts'
import { countByRole, mondayOf, weeksOf } from '#domain/theme-course.ts'
import { inboxRow } from '../../helpers/inbox.ts'

const rows = fc.array(
  fc
    .record({
      role: fc.constantFrom(...ROLES),
      createdAt: fc.date({ min: new Date('2026-01-01'), max: new Date('2026-12-31'), noInvalidDate: true }),
    })
    .map((changes) => inboxRow(changes)),
  { maxLength: 30 },
)

describe('the course of a theme', () => {
  it('begins each week on a Monday in Seoul', () => {
    const dayInSeoul = new Intl.DateTimeFormat('en', {
      weekday: 'short',
      hour: 'numeric',
      timeZone: 'Asia/Seoul',
      hourCycle: 'h23',
    })
    expect(mondayOf(new Date('2026-03-01T14:59:59Z'))).toEqual(new Date('2026-02-22T15:00:00Z'))
    expect(mondayOf(new Date('2026-03-01T15:00:00Z'))).toEqual(new Date('2026-03-01T15:00:00Z'))
    fc.assert(
      fc.property(
        fc.date({ min: new Date('2020-01-01'), max: new Date('2030-01-01'), noInvalidDate: true }),
        (date) => {
          expect(dayInSeoul.format(mondayOf(date))).toBe('Mon, 00')
          const since = date.getTime() - mondayOf(date).getTime()
          expect(since).toBeGreaterThanOrEqual(0)
          expect(since).toBeLessThan(7 * 86_400_000)
        },
      ),
    )
  })

  it('counts each comment once, by week and by group, and leaves no week out', () => {
    fc.assert(
      fc.property(rows, (some) => {
        const weeks = weeksOf(some)
        expect(weeks.reduce((sum, { comments }) => sum + comments, 0)).toBe(some.length)
        expect(Object.values(countByRole(some)).reduce((sum, count) => sum + count, 0)).toBe(some.length)
        weeks.slice(1).forEach(({ monday }, i) => {
          expect(monday.getTime() - (weeks[i]?.monday.getTime() ?? 0)).toBe(7 * 86_400_000)
        })
      }),
    )
  })
})
