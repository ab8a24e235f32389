import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import { FILTER_KEYS, type FilterKey, type InboxFilter } from '#domain/inbox-filter.ts'
import styles from './filters.module.css'
import type { FilterChoices } from './use-filter-choices.ts'

type Props = {
  filter: InboxFilter
  choices: FilterChoices
  onChange: (part: Partial<InboxFilter>) => void
}

const FIELDS = FILTER_KEYS.filter((key) => key !== 'q')

const isDay = (key: FilterKey): boolean => key === 'from' || key === 'until'

/** A field for each filter. What it cannot tell is said. */
export function FilterFields({ filter, choices, onChange }: Props) {
  const { t } = useTranslation('review-inbox')
  const id = useId()
  return (
    <div className={styles.panel}>
      <div className={styles.fields}>
        {FIELDS.map((key) => {
          const control = { id: `${id}-${key}`, value: filter[key] }
          const isIdle = key === 'subtask' && filter.task === ''
          return (
            <div key={key} className={styles.field}>
              <label htmlFor={control.id}>{t(`filter.${key}`)}</label>
              {isDay(key) ? (
                <input type="date" {...control} onChange={(event) => onChange({ [key]: event.target.value })} />
              ) : (
                <select {...control} disabled={isIdle} onChange={(event) => onChange({ [key]: event.target.value })}>
                  <option value="">{t(isIdle ? 'filter.taskFirst' : 'filter.any')}</option>
                  {choices[key]?.map(({ value, label }) => (
                    <option key={value} value={value}>
                      {label}
                    </option>
                  ))}
                </select>
              )}
            </div>
          )
        })}
      </div>
      <p className={styles.note}>{t('filter.notes')}</p>
    </div>
  )
}
