import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { Count } from '#domain/insights.ts'
import { formatNumber } from '#i18n/format.ts'
import { useLang } from '#i18n/use-lang.ts'
import { Behind, type Filter } from './behind.tsx'
import styles from './insights.module.css'
import { Wide } from './wide.tsx'

export type Bar = {
  readonly key: string
  readonly label: string
  readonly count: Count
  readonly filter: Filter
  /** Under the one before. */
  readonly isPart?: boolean
  /** What else is known: a cell for each of the heads that follow. */
  readonly more?: readonly ReactNode[]
}

type Props = {
  caption: string
  /** Of the first column. */
  head: string
  /** Of the columns that follow the numbers. */
  moreHeads?: readonly string[]
  bars: readonly Bar[]
}

/** Numbers of comments and people in a table whose rows have a bar each; the bars say nothing more. */
export function Bars({ caption, head, moreHeads = [], bars }: Props) {
  const { t } = useTranslation('review-insights')
  const lang = useLang()
  const longest = Math.max(1, ...bars.map(({ count }) => count.comments))
  const table = (
    <table className={styles.table} data-bars="true">
      <caption>{caption}</caption>
      <thead>
        <tr>
          {[head, t('comments'), t('people'), ...moreHeads].map((each) => (
            <th key={each} scope="col">
              {each}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {bars.map(({ key, label, count, filter, isPart, more = [] }) => (
          <tr key={key} data-part={isPart}>
            <th scope="row">
              {label}
              <svg aria-hidden="true" className={styles.bar}>
                <rect width={`${(100 * count.comments) / longest}%`} height="100%" rx="3" />
              </svg>
            </th>
            <td>
              <Behind count={count.comments} filter={filter} />
            </td>
            <td>
              <Behind count={count.comments} filter={filter}>
                {formatNumber(count.people, lang)}
              </Behind>
            </td>
            {more.map((cell, place) => (
              <td key={moreHeads[place]}>{cell}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
  return moreHeads.length > 0 ? <Wide label={caption}>{table}</Wide> : table
}
