import type { Lang } from '#domain/language.ts'

/** “3월 2일”, “2 Mar”: the day in Seoul, where the year is plain. */
export const formatShortDay = (date: Date, lang: Lang): string =>
  new Intl.DateTimeFormat(lang === 'ko' ? 'ko-KR' : 'en-GB', {
    month: lang === 'ko' ? 'long' : 'short',
    day: 'numeric',
    timeZone: 'Asia/Seoul',
  }).format(date)
