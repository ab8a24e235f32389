import styles from './icon.module.css'

// Drawn in a square of 24 units, in lines of one weight.
const PATHS = {
  letters: 'M2.5 19 8 5l5.5 14M4.3 14.5h7.4M15 19l3.2-8 3.3 8M16.1 16.3h4.3',
  person: 'M12 11.5a4 4 0 1 0 0-8 4 4 0 0 0 0 8zM4.5 20.5c.7-3.8 3.7-5.8 7.5-5.8s6.8 2 7.5 5.8',
  check: 'm5 12.5 4.5 4.5L19 7.5',
  close: 'm6 6 12 12M18 6 6 18',
  chevron: 'm6 9 6 6 6-6',
  outward: 'M10 5H5v14h14v-5M14 5h5v5M19 5l-8.5 8.5',
} as const

/** A small picture beside words, or in a button that has its words for screen readers. It says nothing by itself. */
export function Icon({ name }: { name: keyof typeof PATHS }) {
  return (
    <svg viewBox="0 0 24 24" className={styles.icon} aria-hidden="true">
      <path d={PATHS[name]} />
    </svg>
  )
}
