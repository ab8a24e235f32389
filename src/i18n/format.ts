import type { Lang } from '#domain/language.ts'

const LOCALES = { ko: 'ko-KR', en: 'en-GB' } as const
const SEOUL = 'Asia/Seoul'

/** To make a formatter takes a browser longer than to use it: one a language is made, when it is needed first. */
function once<T>(make: (locale: string) => T): (lang: Lang) => T {
  const made: Partial<Record<Lang, T>> = {}
  return (lang) => (made[lang] ??= make(LOCALES[lang]))
}

const days = once((locale) => new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: SEOUL }))
const moments = once(
  (locale) =>
    new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeStyle: 'short', timeZone: SEOUL, hourCycle: 'h23' }),
)
const numbers = once((locale) => new Intl.NumberFormat(locale))
// Not “yesterday” for 1 day ago: 47 hours before noon it was the day before yesterday.
const agos = once((locale) => new Intl.RelativeTimeFormat(locale, { numeric: 'always' }))

/** “2026년 3월 2일”, “2 March 2026”: the day in Seoul. */
export const formatDay = (date: Date, lang: Lang): string => days(lang).format(date)

/** The day and the minute in Seoul, of 24 hours: not every browser writes 오전 and 오후, some write AM and PM. */
export const formatMoment = (date: Date, lang: Lang): string => moments(lang).format(date)

export const formatNumber = (value: number, lang: Lang): string => numbers(lang).format(value)

/** “62%”, without decimals. */
export const formatShare = (share: number, lang: Lang): string =>
  new Intl.NumberFormat(LOCALES[lang], { style: 'percent', maximumFractionDigits: 0 }).format(share)

const STEPS = [
  ['day', 86_400],
  ['hour', 3_600],
  ['minute', 60],
] as const

const DAYS_AS_AGO = 30

/** “3시간 전”, “3 hours ago”; older than a month, the day itself. A moment in the future counts as now. */
export function formatAgo(date: Date, now: Date, lang: Lang): string {
  const seconds = Math.max(0, (now.getTime() - date.getTime()) / 1000)
  if (seconds > DAYS_AS_AGO * 86_400) return formatDay(date, lang)
  const relative = agos(lang)
  for (const [unit, length] of STEPS) {
    if (seconds >= length) return relative.format(-Math.floor(seconds / length), unit)
  }
  return new Intl.RelativeTimeFormat(LOCALES[lang], { numeric: 'auto' }).format(0, 'second')
}
