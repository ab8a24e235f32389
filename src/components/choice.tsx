import type { ReactNode } from 'react'
import styles from './choice.module.css'

export type ChoiceOption<T extends string> = { value: T; label: ReactNode; hint?: string }

type Props<T extends string> = {
  legend: ReactNode
  name: string
  options: readonly ChoiceOption<T>[]
  value: T | null
  onChange: (value: T) => void
  error?: string | undefined
  /** `row` puts short answers side by side where there is room. */
  layout?: 'list' | 'row'
}

/** One answer out of a few: native radio buttons as large targets. */
export function Choice<T extends string>({ legend, name, options, value, onChange, error, layout = 'list' }: Props<T>) {
  const errorId = `${name}-error`
  return (
    <fieldset aria-describedby={error ? errorId : undefined} aria-invalid={error ? true : undefined}>
      <legend className={styles.legend}>{legend}</legend>
      {error && (
        <p id={errorId} className={styles.error}>
          {error}
        </p>
      )}
      <div className={layout === 'row' ? styles.row : styles.list}>
        {options.map((option) => (
          <label key={option.value} className={styles.option}>
            <input
              type="radio"
              name={name}
              value={option.value}
              checked={option.value === value}
              onChange={() => onChange(option.value)}
            />
            <span>
              <span className={styles.label}>{option.label}</span>
              {option.hint && <span className={styles.hint}>{option.hint}</span>}
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  )
}
