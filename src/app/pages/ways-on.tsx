import { Link } from 'react-router-dom'
import { useLang } from '#i18n/use-lang.ts'
import styles from './ways-on.module.css'

/** Other pages about the same, at the foot of one. @property to paths below the language */
export function WaysOn({ ways }: { ways: readonly { readonly to: string; readonly label: string }[] }) {
  const lang = useLang()
  return (
    <ul className={styles.ways}>
      {ways.map(({ to, label }) => (
        <li key={to}>
          <Link to={`/${lang}/${to}`}>{label}</Link>
        </li>
      ))}
    </ul>
  )
}
