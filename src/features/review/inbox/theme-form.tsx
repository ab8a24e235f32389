import { useMutation } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '#components/button.tsx'
import { Field } from '#components/field.tsx'
import { Live } from '#components/live.tsx'
import { useFirstProblem } from '#components/use-first-problem.ts'
import { textProblem, tidyText } from '#domain/comment.ts'
import { LANGS, type Localized } from '#domain/language.ts'
import { MAX_THEME_LENGTH, type Theme } from '#domain/review.ts'
import styles from './forms.module.css'
import { themeMutation } from './mutations.ts'

type Props = {
  /** The theme that gets another name; none to add one. */
  theme?: Theme
  onDone: (theme: Theme) => void
}

const EMPTY: Localized = { ko: '', en: '' }

/** A theme's name in both languages. */
export function ThemeForm({ theme, onDone }: Props) {
  const { t } = useTranslation(['review-inbox', 'errors'])
  const [label, setLabel] = useState<Localized>(theme?.label ?? EMPTY)
  const { form, tried, point } = useFirstProblem()
  const writing = useMutation(themeMutation(theme?.id ?? null))
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
          if (!theme) setLabel(EMPTY)
          onDone(written)
        },
      },
    )
  }
  return (
    <form ref={form} onSubmit={submit} noValidate className={styles.form}>
      {LANGS.map((lang) => (
        <Field
          key={lang}
          label={t(`review-inbox:theme.name.${lang}`)}
          error={tried && isMissing(label[lang]) ? t('review-inbox:theme.missing') : undefined}
        >
          {(control) => (
            <input
              {...control}
              type="text"
              lang={lang}
              autoComplete="off"
              value={label[lang]}
              maxLength={MAX_THEME_LENGTH}
              onChange={(event) => setLabel({ ...label, [lang]: event.target.value })}
            />
          )}
        </Field>
      ))}
      <Live urgency="alert">
        {writing.error && <p className={styles.error}>{t(`errors:${writing.error.kind}`)}</p>}
      </Live>
      <div className={styles.actions}>
        <Button type="submit" aria-disabled={writing.isPending}>
          {t(theme ? 'review-inbox:theme.rename' : 'review-inbox:theme.send')}
        </Button>
      </div>
    </form>
  )
}
