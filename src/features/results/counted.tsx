import { useTranslation } from 'react-i18next'
import { matches, type Results } from '#domain/results.ts'
import { formatMoment, formatNumber } from '#i18n/format.ts'
import { useLang } from '#i18n/use-lang.ts'

/** When it was published, and what was counted again. */
export function Counted({ results: { publishedAt, recount, number } }: { results: Results }) {
  const { t } = useTranslation('results')
  const lang = useLang()
  return (
    <p>
      {t('counted.published', { moment: formatMoment(publishedAt, lang), number })}{' '}
      {t('counted.recount', {
        moment: formatMoment(recount.at, lang),
        stances: formatNumber(recount.stances, lang),
        tallied: formatNumber(recount.tallied, lang),
        ballots: formatNumber(recount.ballots, lang),
        ballotsTallied: formatNumber(recount.ballotsTallied, lang),
      })}{' '}
      <strong>{t(matches(recount) ? 'counted.matches' : 'counted.differs')}</strong>
    </p>
  )
}
