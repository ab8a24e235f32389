import { useId } from 'react'
import styles from './checkbox.module.css'

type Props = {
  label: string
  checked: boolean
  onChange: (checked: boolean) => void
  error?: string | undefined
}

/** A native checkbox with what is wrong with it, tied together for screen readers. */
export function Checkbox({ label, checked, onChange, error }: Props) {
  const id = useId()
  return (
    <div>
      {error && (
        <p id={id} className={styles.error}>
          {error}
        </p>
      )}
      <label className={styles.check}>
        <input
          type="checkbox"
          checked={checked}
          onChange={(event) => onChange(event.target.checked)}
          aria-describedby={error ? id : undefined}
          aria-invalid={error ? true : undefined}
        />
        {label}
      </label>
    </div>
  )
}
