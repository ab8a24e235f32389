import { useMutation } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '#components/button.tsx'
import { Field } from '#components/field.tsx'
import { useFirstProblem } from '#components/use-first-problem.ts'
import { themeDraft } from '#data/drafts.ts'
import { textProblem, tidyText } from '#domain/comment.ts'
import type { InboxRow } from '#domain/inbox.ts'
import { detectLang, LANGS, type Localized } from '#domain/language.ts'
import { MAX_THEME_LENGTH, type Theme } from '#domain/review.ts'
import { NotDone } from '../not-done.tsx'
import styles from './forms.module.css'
import { themeMutation } from './mutations.ts'
import { WordsOf } from './words-of.tsx'

type Props = {
  /** The theme that gets another name; none to add one. */
  theme?: Theme
  /** The comments it is made for: the words that set them apart may name it. */
  rows?: readonly InboxRow[]
  onDone: (theme: Theme) => void
}

const EMPTY: Localized = { ko: '', en: '' }

/** A theme's name in both languages. */
export function ThemeForm({ theme, rows = [], onDone }: Props) {
  const { t } = useTranslation('review-inbox')
  const [draft] = useState(() => themeDraft(theme?.id ?? 'new'))
  const [label, setLabel] = useState<Localized>(() => draft.load() ?? theme?.label ?? EMPTY)
  const { form, tried, point } = useFirstProblem()
  const writing = useMutation(themeMutation(theme?.id ?? null))
  const change = (part: Partial<Localized>) => {
    const typed = { ...label, ...part }
    draft.save(typed)
    setLabel(typed)
  }
  const isMissing = (text: string) => textProblem(tidyText(text)) !== null || tidyText(text).length > MAX_THEME_LENGTH
  const submit = (event: FormEvent) => {
    event.preventDefault()
    // In a dialog within a form: it is about this one alone.
    event.stopPropagation()
    if (LANGS.some((lang) => isMissing(label[lang]))) return point()
    if (writing.isPending) return
    writing.mutate(
      { ko: tidyText(label.ko), en: tidyText(label.en) },
      {
        onSuccess(written) {
          draft.clear()
          if (!theme) setLabel(EMPTY)
          onDone(written)
        },
      },
    )
  }
  return (
    <form ref={form} onSubmit={submit} noValidate className={styles.form}>
      <WordsOf rows={rows} onChoose={(word) => change({ [detectLang(word, 'ko')]: word })} />
      {LANGS.map((lang) => (
        <Field
          key={lang}
          label={t(`theme.name.${lang}`)}
          error={tried && isMissing(label[lang]) ? t('theme.missing') : undefined}
        >
          {(control) => (
            <input
              {...control}
              type="text"
              lang={lang}
              autoComplete="off"
              value={label[lang]}
              maxLength={MAX_THEME_LENGTH}
              onChange={({ target }) => change({ [lang]: target.value })}
            />
          )}
        </Field>
      ))}
      <NotDone error={writing.error} />
      <div className={styles.actions}>
        <Button type="submit" aria-disabled={writing.isPending}>
          {t(theme ? 'theme.rename' : 'theme.send')}
        </Button>
      </div>
    </form>
  )
}
