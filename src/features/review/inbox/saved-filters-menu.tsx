import { type FormEvent, useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '#components/button.tsx'
import { Icon } from '#components/icon.tsx'
import { Popover } from '#components/popover.tsx'
import type { InboxFilter } from '#domain/inbox-filter.ts'
import styles from './filters.module.css'
import { filterOf, forgetFilter, savedFilters, saveFilter } from './saved-filters.ts'

type Props = { uid: string; filter: InboxFilter; onChoose: (filter: InboxFilter) => void }

const LONGEST_NAME = 40

/** Filters with a name, kept on this device: to come back to, and to let go of. */
export function SavedFilters({ uid, filter, onChoose }: Props) {
  const { t } = useTranslation('review-inbox')
  const [saved, setSaved] = useState(() => savedFilters(uid))
  const [name, setName] = useState('')
  const id = useId()
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (name.trim() === '') return
    setSaved(saveFilter(uid, name.trim(), filter))
    setName('')
  }
  return (
    <Popover button={t('saved.open')}>
      {(close) => (
        <div className={styles.saved}>
          {saved.length === 0 ? (
            <p className={styles.note}>{t('saved.none')}</p>
          ) : (
            <ul>
              {saved.map((one) => (
                <li key={one.name}>
                  <Button
                    look="quiet"
                    onClick={() => {
                      onChoose(filterOf(one))
                      close()
                    }}
                  >
                    {one.name}
                  </Button>
                  <Button look="quiet" onClick={() => setSaved(forgetFilter(uid, one.name))}>
                    <span className="visually-hidden">{t('saved.forget', { name: one.name })}</span>
                    <Icon name="close" />
                  </Button>
                </li>
              ))}
            </ul>
          )}
          <form onSubmit={submit}>
            <label htmlFor={id}>{t('saved.name')}</label>
            <div className={styles.saveRow}>
              <input
                id={id}
                type="text"
                value={name}
                maxLength={LONGEST_NAME}
                autoComplete="off"
                onChange={(event) => setName(event.target.value)}
              />
              <Button type="submit">{t('saved.save')}</Button>
            </div>
          </form>
          <p className={styles.note}>{t('saved.kept')}</p>
        </div>
      )}
    </Popover>
  )
}
