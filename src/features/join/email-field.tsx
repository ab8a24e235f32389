import { Field } from '#components/field.tsx'

type Props = {
  label: string
  hint: string
  error?: string | undefined
  value: string
  onChange: (value: string) => void
}

/** Where somebody types their e-mail address. */
export function EmailField({ value, onChange, ...field }: Props) {
  return (
    <Field {...field}>
      {(control) => (
        <input
          {...control}
          type="email"
          autoComplete="email"
          value={value}
          onChange={(event) => onChange(event.target.value)}
        />
      )}
    </Field>
  )
}
