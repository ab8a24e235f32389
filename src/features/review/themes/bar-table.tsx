import type { ReactNode } from 'react'
import styles from './themes.module.css'

type Line = {
  readonly key: string
  readonly label: ReactNode
  readonly value: number
  /** The numbers of the line as they are written. */
  readonly cells: readonly ReactNode[]
}

type Props = { caption: string; heads: readonly string[]; lines: readonly Line[] }

/** Numbers as a table, and beside each line its bar: the same thing for the eye. */
export function BarTable({ caption, heads, lines }: Props) {
  const most = Math.max(1, ...lines.map(({ value }) => value))
  return (
    <table className={styles.bars}>
      <caption className="visually-hidden">{caption}</caption>
      <thead>
        <tr>
          {heads.map((head) => (
            <th key={head} scope="col">
              {head}
            </th>
          ))}
          <td />
        </tr>
      </thead>
      <tbody>
        {lines.map(({ key, label, value, cells }) => (
          <tr key={key}>
            <th scope="row">{label}</th>
            {cells.map((cell, place) => (
              <td key={heads[place + 1]}>{cell}</td>
            ))}
            <td className={styles.track} aria-hidden="true">
              <span className={styles.bar} style={{ width: `${(100 * value) / most}%` }} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
