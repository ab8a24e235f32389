import { useTranslation } from 'react-i18next'
import { Link } from 'react-router-dom'
import { ALL_COMMENTS, addressOfFilter, type FilterKey } from '#domain/inbox-filter.ts'
import { formatNumber } from '#i18n/format.ts'
import { useLang } from '#i18n/use-lang.ts'
import styles from './insights.module.css'

/** What narrows the inbox down to the comments behind a number. */
export type Filter = Partial<Record<FilterKey, string>>

type Props = {
  count: number
  filter: Filter
  /** What is shown instead of the number of comments. */
  children?: string
}

/** A number that leads to the comments behind it. */
export function Behind({ count, filter, children }: Props) {
  const { t } = useTranslation('review-insights')
  const lang = useLang()
  const shown = children ?? formatNumber(count, lang)
  if (count === 0) return shown
  return (
    <Link
      to={`/${lang}/review/inbox?${addressOfFilter({ ...ALL_COMMENTS, ...filter })}`}
      aria-label={`${shown}: ${t('behind', { count, value: formatNumber(count, lang) })}`}
      className={styles.behind}
    >
      {shown}
    </Link>
  )
}
