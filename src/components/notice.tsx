import type { ReactNode } from 'react'
import styles from './notice.module.css'

type Props = {
  tone?: 'information' | 'success' | 'warning' | 'danger'
  title?: string
  children: ReactNode
}

/** Something to know about what stands here. Where it appears later, put it into a `Live`, to have it read out. */
export function Notice({ tone = 'information', title, children }: Props) {
  return (
    <div className={`${styles.notice} ${styles[tone]}`}>
      {title && <p className={styles.title}>{title}</p>}
      <div className={styles.text}>{children}</div>
    </div>
  )
}
