import { useTranslation } from 'react-i18next'
import { Field } from '#components/field.tsx'
import type { AnswerForm } from '#data/drafts.ts'
import { tidyText } from '#domain/comment.ts'
import { LANGS, type Lang } from '#domain/language.ts'
import { MAX_ANSWER_LENGTH } from '#domain/official-answer.ts'
import { MAX_OFFICE_LENGTH } from '#domain/review.ts'
import { formatNumber } from '#i18n/format.ts'
import { useLang } from '#i18n/use-lang.ts'
import type { AnswerProblems } from './answer-check.ts'
import styles from './answers.module.css'

type Props = {
  form: AnswerForm
  problems: AnswerProblems
  change: (part: Partial<AnswerForm>) => void
}

const FIELDS = {
  ko: { message: 'messageKo', office: 'officeKo' },
  en: { message: 'messageEn', office: 'officeEn' },
} as const satisfies Record<Lang, unknown>

const ROWS = 8

/** The message and the office, in both languages side by side where there is room. */
export function AnswerFields({ form, problems, change }: Props) {
  const { t } = useTranslation('review-answers')
  const lang = useLang()
  const number = (value: number) => formatNumber(value, lang)
  return (
    <div className={styles.fields}>
      {LANGS.map((of) => {
        const { message, office } = FIELDS[of]
        const [wrong, wrongOffice] = [problems[message], problems[office]]
        return (
          <div key={of} className={styles.language}>
            <Field
              label={t(`form.message.${of}`)}
              hint={t('form.length', {
                length: number(tidyText(form[message]).length),
                max: number(MAX_ANSWER_LENGTH),
              })}
              error={wrong && t(`problem.message.${of}.${wrong}`, { max: number(MAX_ANSWER_LENGTH) })}
            >
              {(control) => (
                <textarea
                  {...control}
                  lang={of}
                  rows={ROWS}
                  value={form[message]}
                  onChange={({ target }) => change({ [message]: target.value })}
                />
              )}
            </Field>
            <Field
              label={t(`form.office.${of}`)}
              error={
                wrongOffice && wrongOffice !== 'language'
                  ? t(`problem.office.${wrongOffice}`, { max: MAX_OFFICE_LENGTH })
                  : undefined
              }
            >
              {(control) => (
                <input
                  {...control}
                  lang={of}
                  autoComplete="organization"
                  value={form[office]}
                  onChange={({ target }) => change({ [office]: target.value })}
                />
              )}
            </Field>
          </div>
        )
      })}
    </div>
  )
}
