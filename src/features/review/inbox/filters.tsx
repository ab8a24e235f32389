import { type RefObject, useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '#components/button.tsx'
import { Icon } from '#components/icon.tsx'
import { Mixed } from '#components/mixed.tsx'
import { INBOX_SORTS } from '#domain/inbox.ts'
import { setFilters } from '#domain/inbox-filter.ts'
import type { Task } from '#domain/plan.ts'
import { FilterFields } from './filter-fields.tsx'
import styles from './filters.module.css'
import { SavedFilters } from './saved-filters-menu.tsx'
import type { useFilter } from './use-filter.ts'
import { useFilterChoices } from './use-filter-choices.ts'

type Props = {
  uid: string
  filtering: ReturnType<typeof useFilter>
  plan: readonly Task[]
  search: RefObject<HTMLInputElement | null>
  onHelp: () => void
}

/** Words to search for, the order, and everything else that narrows the list down, with what is set in plain sight. */
export function Filters({ uid, filtering, plan, search, onHelp }: Props) {
  const { t } = useTranslation('review-inbox')
  const [isOpen, setOpen] = useState(false)
  const id = useId()
  const { filter, change, without, reset } = filtering
  const choices = useFilterChoices(filter, plan, uid)
  const set = setFilters(filter)
  return (
    <section className={styles.filters} aria-label={t('filter.region')}>
      <div className={styles.bar}>
        <div className={styles.search}>
          <label htmlFor={`${id}-q`} className="visually-hidden">
            {t('filter.q')}
          </label>
          <input
            ref={search}
            id={`${id}-q`}
            type="search"
            value={filter.q}
            placeholder={t('filter.hint')}
            onChange={(event) => change({ q: event.target.value })}
          />
        </div>
        <label className={styles.sort}>
          <span>{t('filter.sort')}</span>
          <select
            value={filter.sort}
            onChange={(event) => change({ sort: INBOX_SORTS.find((sort) => sort === event.target.value) ?? 'newest' })}
          >
            {INBOX_SORTS.map((sort) => (
              <option key={sort} value={sort}>
                {t(`sort.${sort}`)}
              </option>
            ))}
          </select>
        </label>
        <Button aria-expanded={isOpen} aria-controls={`${id}-fields`} onClick={() => setOpen(!isOpen)}>
          {t('filter.open')}
        </Button>
        <SavedFilters uid={uid} filter={filter} onChoose={filtering.set} />
        <Button look="quiet" onClick={onHelp}>
          {t('help.open')}
        </Button>
      </div>
      <div id={`${id}-fields`} hidden={!isOpen}>
        {isOpen && <FilterFields filter={filter} choices={choices} onChange={change} />}
      </div>
      {set.length > 0 && (
        <ul className={styles.chips} aria-label={t('filter.set')}>
          {set.map((key) => (
            <li key={key}>
              <button type="button" onClick={() => without(key)}>
                <span className="visually-hidden">{t('filter.remove')} </span>
                {t(`filter.${key}`)}:{' '}
                <Mixed text={choices[key]?.find(({ value }) => value === filter[key])?.label ?? filter[key]} />
                <Icon name="close" />
              </button>
            </li>
          ))}
          <li>
            <Button look="quiet" onClick={reset}>
              {t('filter.reset')}
            </Button>
          </li>
        </ul>
      )}
    </section>
  )
}
