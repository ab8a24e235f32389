import { useTranslation } from 'react-i18next'
import { Field } from '#components/field.tsx'
import type { SlipForm } from '#data/drafts.ts'
import { DISTRICTS } from '#domain/districts.ts'
import { LEVELS } from '#domain/participant.ts'
import { MAX_SLIPS_PER_BATCH } from '#domain/slip.ts'
import { useLang } from '#i18n/use-lang.ts'
import { dayInSeoul, lastDay, type SlipFormProblems } from './slip-form.ts'
import styles from './slips.module.css'

type Props = { form: SlipForm; problems: SlipFormProblems; change: (part: Partial<SlipForm>) => void }

/** The fields of a batch of slips, apart from its group. */
export function TermsFields({ form, problems, change }: Props) {
  const { t } = useTranslation(['slips', 'review'])
  const lang = useLang()
  const districts = Object.entries(DISTRICTS).toSorted(([, a], [, b]) => a[lang].localeCompare(b[lang], lang))
  const typed = (name: keyof SlipForm) => ({
    value: form[name],
    onChange: (event: { target: { value: string } }) => change({ [name]: event.target.value }),
  })
  const says = (field: 'school' | 'number' | 'until' | 'purpose') => {
    const problem = problems[field]
    return (
      problem && t(`slips:problem.${field}.${problem}` as 'slips:problem.school.missing', { max: MAX_SLIPS_PER_BATCH })
    )
  }
  return (
    <div className={styles.fields}>
      <div className={styles.wide}>
        <Field label={t('slips:make.school')} hint={t('slips:make.schoolHint')} error={says('school')}>
          {(control) => <input {...control} type="text" autoComplete="organization" {...typed('school')} />}
        </Field>
      </div>
      <Field label={t('slips:make.level')}>
        {(control) => (
          <select {...control} {...typed('level')}>
            <option value="">{t('slips:make.none')}</option>
            {LEVELS.map((level) => (
              <option key={level} value={level}>
                {t(`review:level.${level}`)}
              </option>
            ))}
          </select>
        )}
      </Field>
      <Field label={t('slips:make.district')}>
        {(control) => (
          <select {...control} {...typed('district')}>
            <option value="">{t('slips:make.none')}</option>
            {districts.map(([id, name]) => (
              <option key={id} value={id}>
                {name[lang]}
              </option>
            ))}
          </select>
        )}
      </Field>
      <Field
        label={t('slips:make.number')}
        hint={t('slips:make.numberHint', { max: MAX_SLIPS_PER_BATCH })}
        error={says('number')}
      >
        {(control) => <input {...control} type="text" inputMode="numeric" autoComplete="off" {...typed('number')} />}
      </Field>
      <Field label={t('slips:make.until')} hint={t('slips:make.untilHint')} error={says('until')}>
        {(control) => (
          <input {...control} type="date" min={dayInSeoul(new Date())} max={lastDay(new Date())} {...typed('until')} />
        )}
      </Field>
      <div className={styles.wide}>
        <Field label={t('slips:make.purpose')} hint={t('slips:make.purposeHint')} error={says('purpose')}>
          {(control) => <input {...control} type="text" autoComplete="off" {...typed('purpose')} />}
        </Field>
      </div>
    </div>
  )
}
