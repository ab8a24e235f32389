import { useTranslation } from 'react-i18next'
import { Field } from '#components/field.tsx'
import { isLang, LANGS, type Lang } from '#domain/language.ts'

type Props = { detected: Lang; value: Lang | undefined; onChange: (value: Lang | undefined) => void }

/** In which language somebody writes: told by the text, unless they say otherwise. */
export function LanguageChoice({ detected, value, onChange }: Props) {
  const { t } = useTranslation('comments')
  return (
    <Field label={t('form.lang')}>
      {(control) => (
        <select
          {...control}
          value={value ?? ''}
          onChange={({ target }) => onChange(isLang(target.value) ? target.value : undefined)}
        >
          <option value="">{t('form.detected', { lang: t(`list.${detected}`) })}</option>
          {LANGS.map((each) => (
            <option key={each} value={each}>
              {t(`list.${each}`)}
            </option>
          ))}
        </select>
      )}
    </Field>
  )
}
