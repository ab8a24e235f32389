import type { ReactNode } from 'react'
import styles from './badge.module.css'

type Props = {
  tone?: 'neutral' | 'accent' | 'success' | 'danger'
  /** What it means in words, where it shows a number alone: “3 new comments”. */
  label?: string
  children: ReactNode
}

/** A number or a short state, beside what it is about. */
export function Badge({ tone = 'neutral', label, children }: Props) {
  return (
    <span className={`${styles.badge} ${styles[tone]}`}>
      {label && <span className="visually-hidden">{label}</span>}
      <span aria-hidden={label ? true : undefined}>{children}</span>
    </span>
  )
}
