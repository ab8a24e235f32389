import { useTranslation } from 'react-i18next'
import styles from './about-outline.module.css'

const SECTIONS = ['how', 'counting', 'privacy', 'accessibility', 'sources'] as const

/** The parts of the page, to jump to. */
export function AboutOutline() {
  const { t } = useTranslation('about')
  return (
    <nav aria-labelledby="outline" className={styles.outline}>
      <h2 id="outline">{t('outline')}</h2>
      <ol>
        {SECTIONS.map((section) => (
          <li key={section}>
            <a href={`#${section}`}>{t(`${section}.title`)}</a>
          </li>
        ))}
      </ol>
    </nav>
  )
}
