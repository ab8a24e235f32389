import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Icon } from './icon.tsx'
import styles from './outward-link.module.css'

/**
 * A text link that leads away from this site, marked as such. It tells the other site nothing of where one comes from,
 * and an address that is not plain https stays text. Within the site, use the router's own `Link`.
 */
export function OutwardLink({ href, children }: { href: string; children: ReactNode }) {
  const { t } = useTranslation('common')
  if (!/^https:\/\/[^@\s]+$/.test(href)) return children
  return (
    <a href={href} rel="external noopener noreferrer" className={styles.outward}>
      {children} <span className="visually-hidden">{t('outward')}</span>
      <Icon name="outward" />
    </a>
  )
}
