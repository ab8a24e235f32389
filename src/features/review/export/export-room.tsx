import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, useSearchParams } from 'react-router-dom'
import { Choice } from '#components/choice.tsx'
import { Notice } from '#components/notice.tsx'
import type { InboxRow } from '#domain/inbox.ts'
import { addressOfFilter, filterFromAddress, isNarrowed, selectRows } from '#domain/inbox-filter.ts'
import type { Task } from '#domain/plan.ts'
import type { Theme } from '#domain/review.ts'
import { formatNumber } from '#i18n/format.ts'
import { useLang } from '#i18n/use-lang.ts'
import styles from './export.module.css'
import { ExportAct } from './export-act.tsx'

type Props = {
  /** All comments. */
  rows: readonly InboxRow[]
  themes: readonly Theme[]
  tasks: readonly Task[]
}

/** All comments, or those that the filter in the address lets through, as a file for spreadsheets. */
export function ExportRoom({ rows, themes, tasks }: Props) {
  const { t } = useTranslation('review-export')
  const lang = useLang()
  const [address] = useSearchParams()
  const filter = filterFromAddress(address)
  const isFiltered = isNarrowed(filter)
  const [which, setWhich] = useState<'filtered' | 'all'>(isFiltered ? 'filtered' : 'all')
  const filtered = isFiltered ? selectRows(rows, filter) : rows
  const count = (number: number) => formatNumber(number, lang)
  const inbox = `/${lang}/review/inbox`
  return (
    <div className={styles.room}>
      <Notice tone="warning" title={t('care.title')}>
        <p>{t('care.words')}</p>
        <p>{t('care.keep')}</p>
      </Notice>
      {isFiltered ? (
        <Choice
          legend={t('which.title')}
          name="which"
          value={which}
          options={[
            {
              value: 'filtered',
              label: t('which.filtered', { count: filtered.length, value: count(filtered.length) }),
            },
            { value: 'all', label: t('which.all', { count: rows.length, value: count(rows.length) }) },
          ]}
          onChange={setWhich}
        />
      ) : (
        <p>{t('which.all', { count: rows.length, value: count(rows.length) })}</p>
      )}
      <p>
        <Link to={isFiltered ? `${inbox}?${addressOfFilter(filter)}` : inbox}>
          {t(isFiltered ? 'which.change' : 'which.choose')}
        </Link>
      </p>
      <ExportAct rows={which === 'filtered' ? filtered : rows} tasks={tasks} themes={themes} />
      <section aria-labelledby="holds" className={styles.holds}>
        <h2 id="holds">{t('holds.title')}</h2>
        <p>{t('holds.rows')}</p>
        <p>{t('holds.safe')}</p>
      </section>
    </div>
  )
}
