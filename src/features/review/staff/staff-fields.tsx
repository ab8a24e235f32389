import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import { Field } from '#components/field.tsx'
import { RIGHTS, type StaffMember } from '#domain/staff.ts'
import styles from './staff.module.css'
import type { StaffProblems } from './staff-form.ts'

type Props = {
  form: StaffMember
  problems: StaffProblems
  change: (part: Partial<StaffMember>) => void
  /** Whether it is one's own record: the right to manage stays. */
  isOwn?: boolean
}

/** What a staff record says, apart from whose it is: name, office and rights. */
export function StaffFields({ form, problems, change, isOwn = false }: Props) {
  const { t } = useTranslation('review-staff')
  return (
    <>
      {(['name', 'office'] as const).map((field) => {
        const problem = problems[field]
        return (
          <Field
            key={field}
            label={t(`form.${field}`)}
            hint={t(`form.${field}Hint`)}
            error={problem && t(`problem.${field}.${problem}`)}
          >
            {(control) => (
              <input
                {...control}
                type="text"
                autoComplete="off"
                value={form[field]}
                onChange={(event) => change({ [field]: event.target.value })}
              />
            )}
          </Field>
        )
      })}
      <RightsFields form={form} problems={problems} change={change} isOwn={isOwn} />
    </>
  )
}

function RightsFields({ form, problems, change, isOwn }: Required<Props>) {
  const { t } = useTranslation('review-staff')
  const id = useId()
  return (
    <fieldset
      className={styles.rights}
      aria-describedby={problems.rights ? id : undefined}
      aria-invalid={problems.rights ? true : undefined}
    >
      <legend>{t('form.rights')}</legend>
      {problems.rights && (
        <p id={id} className={styles.error}>
          {t('problem.rights.missing')}
        </p>
      )}
      {RIGHTS.map((right) => {
        const stays = isOwn && right === 'canManage'
        return (
          <label key={right} className={styles.right}>
            <input
              type="checkbox"
              checked={form[right]}
              disabled={stays}
              onChange={(event) => change({ [right]: event.target.checked })}
            />
            <span>
              <strong>{t(`right.${right}.name`)}</strong>
              <span className={styles.note}>{t(stays ? 'form.ownStays' : `right.${right}.what`)}</span>
            </span>
          </label>
        )
      })}
    </fieldset>
  )
}
