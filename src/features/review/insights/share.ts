import type { Lang } from '#domain/language.ts'

/** Formats a share of a large whole: as many digits as it takes to see it. */
export const shareIn = (lang: Lang): Intl.NumberFormat =>
  new Intl.NumberFormat(lang, { style: 'percent', maximumSignificantDigits: 2 })
