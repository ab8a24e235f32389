import type { ReactNode } from 'react'
import styles from './insights.module.css'

/** A table of many columns: on a narrow screen it scrolls sideways by itself, by keyboard too. */
export function Wide({ label, children }: { label: string; children: ReactNode }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached by keyboard
    <section className={styles.wide} tabIndex={0} aria-label={label}>
      {children}
    </section>
  )
}
