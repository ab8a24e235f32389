import styles from './side-by-side.module.css'

/** The mark of the first or the second of two parts: a full circle, an open square. */
export function Dot({ place }: { place: number }) {
  return (
    <svg viewBox="0 0 16 16" aria-hidden="true" className={styles.dot}>
      {place === 0 ? (
        <circle cx="8" cy="8" r="7" className={styles.circle} />
      ) : (
        <rect x="2" y="2" width="12" height="12" className={styles.square} />
      )}
    </svg>
  )
}
