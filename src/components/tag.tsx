import type { ReactNode } from 'react'
import type { Role } from '#domain/roles.ts'
import styles from './tag.module.css'

/** A short fact beside a heading. */
export function Tag({ children }: { children: ReactNode }) {
  return <span className={styles.tag}>{children}</span>
}

/** The name of a group, after a swatch of its colour. */
export function GroupTag({ role, children }: { role: Role; children: ReactNode }) {
  return (
    <span className={styles.group} data-role={role}>
      {children}
    </span>
  )
}
