import { useTranslation } from 'react-i18next'
import { Field } from '#components/field.tsx'
import { LANGS, type Lang, type Localized } from '#domain/language.ts'
import { type Gap, MAX_LENGTH, type Place } from '#domain/plan-draft.ts'
import styles from './plan.module.css'

type Props = {
  place: Place
  /** Of the subtask: each has the same fields. */
  number?: number
  texts: Localized
  gaps: readonly Gap[]
  onChange: (texts: Localized) => void
}

const LINES = { title: 1, summary: 3, body: 14, plain: 8, changeNote: 3, subtaskTitle: 1, subtaskText: 4 } as const

const isAt = (place: Place, gap: Gap): boolean =>
  gap.place?.name === place.name &&
  ('subtask' in place ? 'subtask' in gap.place && gap.place.subtask === place.subtask : true)

/** A text in both languages side by side, with what is missing in either. */
export function TextPair({ place, number, texts, gaps, onChange }: Props) {
  const { t } = useTranslation('review-plan')
  const { name } = place
  const problem = (lang: Lang, isWarning: boolean) => {
    const gap = gaps.find((each) => isAt(place, each) && each.isWarning === isWarning && (each.lang ?? lang) === lang)
    // Nothing is written yet: no reason to shout before anybody tried.
    return gap && t(`gap.${gap.kind}`, { most: MAX_LENGTH[name] })
  }
  return (
    <div className={styles.pair}>
      {LANGS.map((lang) => (
        <Field
          key={lang}
          label={t(`field.${name}`, { lang: t(`lang.${lang}`), number })}
          hint={problem(lang, true)}
          error={problem(lang, false)}
        >
          {(control) => {
            const shared = {
              ...control,
              lang,
              value: texts[lang],
              onChange: ({ target }: { target: { value: string } }) => onChange({ ...texts, [lang]: target.value }),
            }
            return LINES[name] === 1 ? <input type="text" {...shared} /> : <textarea rows={LINES[name]} {...shared} />
          }}
        </Field>
      ))}
    </div>
  )
}
