import { useId } from 'react'
import styles from './stacked-bar.module.css'

type Part = {
  readonly label: string
  /** In any unit, the same for all parts. */
  readonly value: number
  /** The value as a share of the whole and as a number, written in the language of the page. */
  readonly share: string
  readonly count: string
}

type Props = {
  caption: string
  /** The heads of the table's three columns. */
  heads: readonly [part: string, share: string, count: string]
  /** At most three: full, lined and empty is what the eye tells apart without colour. */
  parts: readonly [Part, Part] | readonly [Part, Part, Part]
}

/** How a whole divides into parts: one bar, told apart by pattern and not by colour, above a table of the same numbers. */
export function StackedBar({ caption, heads, parts }: Props) {
  const lines = useId()
  const total = parts.reduce((sum, { value }) => sum + value, 0)
  const percent = (value: number) => `${total === 0 ? 0 : (100 * value) / total}%`
  const fills = ['currentColor', `url(#${lines})`, 'none']
  return (
    <figure className={styles.figure}>
      <figcaption>{caption}</figcaption>
      <svg
        role="img"
        aria-label={parts.map(({ label, share }) => `${label} ${share}`).join(', ')}
        className={styles.bar}
      >
        <pattern id={lines} width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
          <path d="M1 0v6" className={styles.lines} />
        </pattern>
        {parts.map(({ label, value }, place) => {
          const start = percent(parts.slice(0, place).reduce((sum, before) => sum + before.value, 0))
          return (
            <g key={label}>
              <rect x={start} width={percent(value)} height="100%" fill={fills[place]} />
              {place > 0 && <line x1={start} x2={start} y2="100%" className={styles.edge} />}
            </g>
          )
        })}
      </svg>
      <table className={styles.table}>
        <thead>
          <tr>
            {heads.map((head) => (
              <th key={head} scope="col">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {parts.map(({ label, share, count }, place) => (
            <tr key={label}>
              <th scope="row">
                <svg aria-hidden="true" className={styles.swatch}>
                  <rect width="100%" height="100%" fill={fills[place]} />
                </svg>
                {label}
              </th>
              <td>{share}</td>
              <td>{count}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </figure>
  )
}
