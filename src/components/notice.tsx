import type { ReactNode } from 'react'
import styles from './notice.module.css'

type Props = {
  tone?: 'information' | 'success' | 'warning' | 'danger'
  /** Read out when it appears: `status` waits for a pause, `alert` does not. Leave out for what is there from the start. */
  announce?: 'status' | 'alert'
  title?: string
  children: ReactNode
}

/** Something to know about what stands here. */
export function Notice({ tone = 'information', announce, title, children }: Props) {
  return (
    <div role={announce} className={`${styles.notice} ${styles[tone]}`}>
      {title && <p className={styles.title}>{title}</p>}
      <div className={styles.text}>{children}</div>
    </div>
  )
}
