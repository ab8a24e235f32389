import { useId } from 'react'
import styles from './progress.module.css'

type Props = {
  label: string
  value: number
  max: number
  /** The value in words: “2 of 6 tasks”. */
  text: string
}

/** How much of something is done, in words and as a bar. */
export function Progress({ label, value, max, text }: Props) {
  const id = useId()
  return (
    <div className={styles.progress}>
      <label htmlFor={id}>{label}</label>
      <span aria-hidden="true" className={styles.value}>
        {text}
      </span>
      <progress id={id} value={value} max={max} aria-valuetext={text} />
    </div>
  )
}
