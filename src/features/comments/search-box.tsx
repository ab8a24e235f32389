import { type FormEvent, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '#components/button.tsx'
import { Field } from '#components/field.tsx'
import { CommentIcon } from './comment-icon.tsx'
import styles from './list-controls.module.css'

type Props = { typed: string; onType: (typed: string) => void; onSearch: () => void }

/** Where somebody types what they look for: found at once in what is here, and in the rest when they ask for it. */
export function SearchBox({ typed, onType, onSearch }: Props) {
  const { t } = useTranslation('comments')
  const box = useRef<HTMLInputElement>(null)
  const search = (event: FormEvent) => {
    event.preventDefault()
    onSearch()
  }
  return (
    // biome-ignore lint/a11y/useSemanticElements: not every browser knows <search>
    <form role="search" onSubmit={search} className={styles.search} data-screen-only>
      <Field label={t('search.label')} hint={t('search.hint')}>
        {(control) => (
          <input {...control} ref={box} type="search" value={typed} onChange={({ target }) => onType(target.value)} />
        )}
      </Field>
      <Button type="submit">
        <span className="visually-hidden">{t('search.act')}</span>
        <CommentIcon name="search" />
      </Button>
      {typed !== '' && (
        <Button
          look="quiet"
          className={styles.clear}
          onClick={() => {
            // The button goes away under the focus.
            box.current?.focus()
            onType('')
          }}
        >
          {t('search.clear')}
        </Button>
      )}
    </form>
  )
}
