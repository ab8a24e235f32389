import { useTranslation } from 'react-i18next'
import { overTime } from '#domain/insights.ts'
import type { ReviewComment } from '#domain/review.ts'
import { formatDay } from '#i18n/format.ts'
import { useLang } from '#i18n/use-lang.ts'
import { Bars } from './bars.tsx'
import { Part } from './part.tsx'

/** How many comments came when. */
export function When({ comments }: { comments: readonly ReviewComment[] }) {
  const { t } = useTranslation('review-insights')
  const lang = useLang()
  const day = (of: string) => formatDay(new Date(`${of}T00:00:00+09:00`), lang)
  return (
    <Part id="when" title={t('when.title')}>
      <Bars
        caption={t('when.caption')}
        head={t('when.head')}
        bars={overTime(comments).map(({ from, until, count }) => ({
          key: from,
          label: from === until ? day(from) : t('when.span', { from: day(from), until: day(until) }),
          count,
          filter: { from, until },
        }))}
      />
    </Part>
  )
}
