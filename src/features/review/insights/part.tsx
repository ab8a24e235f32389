import type { ReactNode } from 'react'
import card from '../comment-card.module.css'
import styles from './insights.module.css'

type Props = { id: string; title: string; note?: string; children: ReactNode }

/** One question of the report, and what is known of it. */
export function Part({ id, title, note, children }: Props) {
  return (
    <section aria-labelledby={id} className={styles.part}>
      <h2 id={id}>{title}</h2>
      {children}
      {note && <p className={card.note}>{note}</p>}
    </section>
  )
}
