import { describe, expect, it } from 'vitest'
import { formatDay, formatMoment, formatNumber, formatShare } from '#i18n/format.ts'
import { formatAgo } from '#i18n/format-ago.ts'

const beforeSeoulMidnight = new Date('2026-03-01T14:59:00Z')
const afterSeoulMidnight = new Date('2026-03-01T15:00:00Z')

describe('a day', () => {
  it('is the day in Seoul, which turns at 15:00 UTC', () => {
    expect(formatDay(beforeSeoulMidnight, 'ko')).toBe('2026년 3월 1일')
    expect(formatDay(afterSeoulMidnight, 'ko')).toBe('2026년 3월 2일')
    expect(formatDay(beforeSeoulMidnight, 'en')).toBe('1 March 2026')
    expect(formatDay(afterSeoulMidnight, 'en')).toBe('2 March 2026')
  })

  it('does not turn at midnight UTC', () => {
    const days = ['2026-03-01T23:59:59Z', '2026-03-02T00:00:00Z'].map((at) => formatDay(new Date(at), 'en'))
    expect(days).toEqual(['2 March 2026', '2 March 2026'])
  })

  it('knows the last day of a leap year’s February', () => {
    expect(formatDay(new Date('2028-02-28T15:00:00Z'), 'ko')).toBe('2028년 2월 29일')
  })
})

it('a moment is the day and the minute in Seoul', () => {
  expect(formatMoment(beforeSeoulMidnight, 'ko')).toBe('2026년 3월 1일 23:59')
  expect(formatMoment(afterSeoulMidnight, 'ko')).toBe('2026년 3월 2일 00:00')
  expect(formatMoment(beforeSeoulMidnight, 'en')).toMatch(/^1 March 2026\D+23:59$/)
  expect(formatMoment(afterSeoulMidnight, 'en')).toMatch(/^2 March 2026\D+00:00$/)
})

describe('how long ago something was', () => {
  const now = new Date('2026-03-10T03:00:00Z')
  const earlier = (seconds: number) => new Date(now.getTime() - seconds * 1000)
  const MINUTE = 60
  const HOUR = 60 * MINUTE
  const DAY = 24 * HOUR

  it.each([
    [0, '지금', 'now'],
    [59, '지금', 'now'],
    [MINUTE, '1분 전', '1 minute ago'],
    [HOUR - 1, '59분 전', '59 minutes ago'],
    [HOUR, '1시간 전', '1 hour ago'],
    [DAY - 1, '23시간 전', '23 hours ago'],
    [DAY, '1일 전', '1 day ago'],
    [2 * DAY - 1, '1일 전', '1 day ago'],
    [2 * DAY, '2일 전', '2 days ago'],
    [30 * DAY, '30일 전', '30 days ago'],
    [30 * DAY + 1, '2026년 2월 8일', '8 February 2026'],
    [400 * DAY, '2025년 2월 3일', '3 February 2025'],
  ])('%d seconds: %s, %s', (seconds, ko, en) => {
    expect(formatAgo(earlier(seconds), now, 'ko')).toBe(ko)
    expect(formatAgo(earlier(seconds), now, 'en')).toBe(en)
  })

  it('is now for a moment in the future, as another clock may have it', () => {
    expect(formatAgo(earlier(-5), now, 'ko')).toBe('지금')
    expect(formatAgo(earlier(-3 * DAY), now, 'en')).toBe('now')
  })
})

it('numbers are parted by thousands, shares have no decimals', () => {
  expect(formatNumber(880_370, 'ko')).toBe('880,370')
  expect(formatNumber(880_370, 'en')).toBe('880,370')
  expect(formatShare(0.615, 'ko')).toBe('62%')
  expect(formatShare(0, 'en')).toBe('0%')
  expect(formatShare(1, 'en')).toBe('100%')
})
