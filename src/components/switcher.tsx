import { type PointerEvent, useId } from 'react'
import styles from './switcher.module.css'

type Props<T extends string> = {
  label: string
  value: T
  options: readonly { value: T; label: string }[]
  onChange: (value: T) => void
  /** One is pressed, and likely to be chosen in a moment: where a choice has to ask for something, it can ask now. */
  onPress?: (value: T, event: PointerEvent) => void
}

/** Two or three ways to see the same thing, side by side: radio buttons drawn as one bar. */
export function Switcher<T extends string>({ label, value, options, onChange, onPress }: Props<T>) {
  const name = useId()
  return (
    <fieldset className={styles.switcher} data-screen-only>
      <legend className="visually-hidden">{label}</legend>
      {options.map((option) => (
        <label
          key={option.value}
          onPointerDown={onPress && option.value !== value ? (event) => onPress(option.value, event) : undefined}
        >
          <input type="radio" name={name} checked={option.value === value} onChange={() => onChange(option.value)} />
          {option.label}
        </label>
      ))}
    </fieldset>
  )
}
