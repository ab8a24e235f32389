import type { Lang } from '#domain/language.ts'
import { formatDay, LOCALES, once } from './format.ts'

// Not “yesterday” for 1 day ago: 47 hours before noon it was the day before yesterday.
const agos = once((locale) => new Intl.RelativeTimeFormat(locale, { numeric: 'always' }))

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
