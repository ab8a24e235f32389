import { useTranslation } from 'react-i18next'
import { overTime } from '#domain/insights.ts'
import type { ReviewComment } from '#domain/review.ts'
import { once } from '#i18n/format.ts'
import { useLang } from '#i18n/use-lang.ts'
import { Bars } from './bars.tsx'
import { Part } from './part.tsx'

const days = once((locale) => new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'Asia/Seoul' }))

/** How many comments came when. */
export function When({ comments }: { comments: readonly ReviewComment[] }) {
  const { t } = useTranslation('review-insights')
  const lang = useLang()
  const at = (day: string) => new Date(`${day}T00:00:00+09:00`)
  return (
    <Part id="when" title={t('when.title')}>
      <Bars
        caption={t('when.caption')}
        head={t('when.head')}
        bars={overTime(comments).map(({ from, until, count }) => ({
          key: from,
          // Of two days the year and the month are said once.
          label: days(lang).formatRange(at(from), at(until)),
          count,
          filter: { from, until },
        }))}
      />
    </Part>
  )
}
