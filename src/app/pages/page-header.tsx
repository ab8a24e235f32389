import type { ReactNode } from 'react'
import styles from './page-header.module.css'

/** What a page is called and what it is for. @property children what else belongs there, in small */
export function PageHeader({ title, lead, children }: { title: string; lead: string; children?: ReactNode }) {
  return (
    <header className={styles.header}>
      <h1>{title}</h1>
      <p className={styles.lead}>{lead}</p>
      {children && <p className={styles.note}>{children}</p>}
    </header>
  )
}
