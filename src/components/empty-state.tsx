import type { ReactNode } from 'react'
import styles from './empty-state.module.css'
import { Yard } from './yard.tsx'

const NOBODY = { student: null, parent: null, teacher: null, staff: null, resident: null }

type Props = { children: ReactNode /** A button or a link: what to do about it. */; action?: ReactNode }

/** A yard in which nobody stands yet: what is missing here, in words, and what one can do about it. */
export function EmptyState({ children, action }: Props) {
  return (
    <div className={styles.empty}>
      <Yard reach={NOBODY} />
      <p>{children}</p>
      {action}
    </div>
  )
}
