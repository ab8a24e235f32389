import { useTranslation } from 'react-i18next'
import { Link } from 'react-router-dom'
import { useLang } from '#i18n/use-lang.ts'
import styles from './footer.module.css'

const ABOUT = ['counting', 'privacy', 'accessibility', 'sources'] as const

/** What this is and is not, and the ways to everything that every page owes its readers. */
export function Footer() {
  const { t } = useTranslation(['common', 'plan'])
  const home = `/${useLang()}`
  const ways = [
    [`${home}#tasks`, t('plan:tasks.title')],
    [`${home}/answers`, t('common:footer.answers')],
    [`${home}/about`, t('common:about')],
    ...ABOUT.map((part) => [`${home}/about#${part}`, t(`common:footer.${part}`)] as const),
  ] as const
  return (
    <footer className={styles.footer}>
      <div className={styles.inner}>
        <div className={styles.words}>
          <p className={styles.name}>{t('common:name')}</p>
          <p>{t('common:footer.about')}</p>
          <p>{t('common:footer.sample')}</p>
        </div>
        <nav aria-label={t('common:footer.menu')}>
          <ul className={styles.links}>
            {ways.map(([to, name]) => (
              <li key={to}>
                <Link to={to}>{name}</Link>
              </li>
            ))}
          </ul>
        </nav>
      </div>
    </footer>
  )
}
