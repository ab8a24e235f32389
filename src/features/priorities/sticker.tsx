import type { ComponentProps } from 'react'
import styles from './sticker.module.css'

/** A round paper sticker. A picture beside the number that says the same. */
export function Sticker({ ghostly = false, ...rest }: ComponentProps<'span'> & { ghostly?: boolean }) {
  return <span className={styles.sticker} data-ghostly={ghostly} aria-hidden="true" {...rest} />
}

/** Where a sticker can be. */
export const Slot = () => <span className={styles.slot} aria-hidden="true" />
