import { useTranslation } from 'react-i18next'
import { Field } from '#components/field.tsx'
import type { Part } from '#domain/course.ts'
import { ROLES } from '#domain/roles.ts'

const PARTS: readonly Part[] = ['all', ...ROLES]

type Props = { label: string; value: Part; onChange: (part: Part) => void }

/** Everybody, or one group. */
export function PartChoice({ label, value, onChange }: Props) {
  const { t } = useTranslation('results')
  return (
    <Field label={label}>
      {(control) => (
        <select {...control} value={value} onChange={(event) => onChange(event.target.value as Part)}>
          {PARTS.map((part) => (
            <option key={part} value={part}>
              {t(`parts.${part}`)}
            </option>
          ))}
        </select>
      )}
    </Field>
  )
}
