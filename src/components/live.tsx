import type { ReactNode } from 'react'
import styles from './live.module.css'

type Props = {
  /** `status` waits until a screen reader pauses; `alert` does not. */
  urgency?: 'status' | 'alert'
  children?: ReactNode
}

/**
 * A place where something may appear that screen readers shall read out. It has to be there before its content is:
 * draw it always, and put what appears into it.
 */
export function Live({ urgency = 'status', children }: Props) {
  return (
    <div role={urgency} className={styles.live}>
      {children}
    </div>
  )
}
