import type { ReactNode } from 'react'
import styles from './disclosure.module.css'
import { Icon } from './icon.tsx'

type Props = { summary: ReactNode; open?: boolean; children: ReactNode }

/** Something that not everybody needs, behind its heading: native, so that it opens without scripts and when searched. */
export function Disclosure({ summary, open = false, children }: Props) {
  return (
    <details className={styles.disclosure} open={open}>
      <summary>
        {summary}
        <Icon name="chevron" />
      </summary>
      <div className={styles.content}>{children}</div>
    </details>
  )
}
