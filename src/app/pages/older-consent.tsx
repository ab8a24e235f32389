import { use } from 'react'
import { useTranslation } from 'react-i18next'
import type { Participant } from '#domain/participant.ts'
import { RenewConsent } from '#features/join/renew-consent.tsx'
import { pageTextsReady } from '#i18n/page-texts.ts'
import { useLang } from '#i18n/use-lang.ts'
import styles from './me-page.module.css'

/** On one's own page, as long as one has not agreed to the consent text of now. */
export function OlderConsent({ participant }: { participant: Participant }) {
  use(pageTextsReady(useLang(), 'join'))
  const { t } = useTranslation('join')
  return (
    <section aria-labelledby="older-consent" className={styles.header}>
      <h2 id="older-consent">{t('renew.title')}</h2>
      <RenewConsent participant={participant} />
    </section>
  )
}
