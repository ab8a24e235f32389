import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '#components/button.tsx'
import { Disclosure } from '#components/disclosure.tsx'
import { Field } from '#components/field.tsx'
import { themeDraft } from '#data/drafts.ts'
import { themesOf } from '#domain/inbox.ts'
import { MAX_THEMES_PER_COMMENT, type Theme } from '#domain/review.ts'
import { searchFor } from '#domain/search.ts'
import { formatNumber } from '#i18n/format.ts'
import { useLang } from '#i18n/use-lang.ts'
import type { Act } from './acts.ts'
import { focusedFirst } from './focused-first.ts'
import styles from './forms.module.css'
import { useInbox } from './inbox-store.ts'
import { ThemeForm } from './theme-form.tsx'

type Props = { ids: readonly string[]; onAct: (act: Act) => void; onDone: () => void }

/** The themes of one comment or of many: each press puts one on or takes it off, at once. */
export function TagForm({ ids, onAct, onDone }: Props) {
  const { t } = useTranslation('review-inbox')
  const lang = useLang()
  const { themes, byId } = useInbox()
  const [typed, setTyped] = useState('')
  const rows = ids.flatMap((id) => byId.get(id) ?? [])
  const shown = useMemo(() => found(themes, typed), [themes, typed])
  const having = (theme: Theme) => rows.filter((row) => themesOf(row).includes(theme.id)).length
  const toggle = (theme: Theme) => onAct({ kind: having(theme) === rows.length ? 'untag' : 'tag', theme: theme.id })
  const [first] = shown
  return (
    <div className={styles.form}>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          if (first) toggle(first)
        }}
      >
        <Field label={t('ask.tag.find')} hint={t('ask.tag.hint', { value: MAX_THEMES_PER_COMMENT })}>
          {(control) => (
            <input
              {...control}
              ref={focusedFirst}
              type="text"
              autoComplete="off"
              value={typed}
              onChange={(event) => setTyped(event.target.value)}
            />
          )}
        </Field>
      </form>
      {shown.length === 0 ? (
        <p>{t(themes.length === 0 ? 'ask.tag.noThemes' : 'ask.tag.none')}</p>
      ) : (
        <ul className={styles.themes}>
          {shown.map((theme) => {
            const count = having(theme)
            return (
              <li key={theme.id}>
                <label className={styles.theme}>
                  <input
                    type="checkbox"
                    checked={rows.length > 0 && count === rows.length}
                    ref={(box) => {
                      if (box) box.indeterminate = count > 0 && count < rows.length
                    }}
                    onChange={() => toggle(theme)}
                  />
                  {theme.label[lang]}
                  {rows.length > 1 && (
                    <span className={styles.note}>
                      {t('ask.tag.having', {
                        count,
                        value: formatNumber(count, lang),
                        all: formatNumber(rows.length, lang),
                      })}
                    </span>
                  )}
                </label>
              </li>
            )
          })}
        </ul>
      )}
      <Disclosure summary={t('theme.add')} open={themeDraft('new').load() !== null}>
        <ThemeForm rows={rows} onDone={(theme) => onAct({ kind: 'tag', theme: theme.id })} />
      </Disclosure>
      <div className={styles.actions}>
        <Button look="primary" onClick={onDone}>
          {t('ask.tag.done')}
        </Button>
      </div>
    </div>
  )
}

/** The themes whose name in either language has what was typed. */
function found(themes: readonly Theme[], typed: string): readonly Theme[] {
  const search = searchFor(typed)
  return search ? themes.filter(({ label }) => search(label.ko).length + search(label.en).length > 0) : themes
}
