import type { Lang } from '#domain/language.ts'

/** How a language is written in Korea, or by those who read English there. */
export const LOCALES = { ko: 'ko-KR', en: 'en-GB' } as const
const SEOUL = 'Asia/Seoul'

/** To make a formatter takes a browser longer than to use it: one a language is made, when it is needed first. */
export function once<T>(make: (locale: string) => T): (lang: Lang) => T {
  const made: Partial<Record<Lang, T>> = {}
  return (lang) => (made[lang] ??= make(LOCALES[lang]))
}

const days = once((locale) => new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: SEOUL }))
const moments = once(
  (locale) =>
    new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeStyle: 'short', timeZone: SEOUL, hourCycle: 'h23' }),
)
const numbers = once((locale) => new Intl.NumberFormat(locale))
/** “2026년 3월 2일”, “2 March 2026”: the day in Seoul. */
export const formatDay = (date: Date, lang: Lang): string => days(lang).format(date)

/** The day and the minute in Seoul, of 24 hours: not every browser writes 오전 and 오후, some write AM and PM. */
export const formatMoment = (date: Date, lang: Lang): string => moments(lang).format(date)

export const formatNumber = (value: number, lang: Lang): string => numbers(lang).format(value)

/** “62%”, without decimals. */
export const formatShare = (share: number, lang: Lang): string =>
  new Intl.NumberFormat(LOCALES[lang], { style: 'percent', maximumFractionDigits: 0 }).format(share)
