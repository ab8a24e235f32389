import { useQuery } from '@tanstack/react-query'
import { Suspense, use } from 'react'
import { useTranslation } from 'react-i18next'
import { lazily } from '#components/lazily.ts'
import { QueryState } from '#components/query-state.tsx'
import { meQuery } from '#data/me.ts'
import { CONSENT_VERSION } from '#domain/participant.ts'
import { MeView } from '#features/account/me-view.tsx'
import { pageTextsReady } from '#i18n/page-texts.ts'
import { useLang } from '#i18n/use-lang.ts'
import { Head } from '../head.tsx'
import styles from './me-page.module.css'

const OlderConsent = lazily(async () => (await import('./older-consent.tsx')).OlderConsent)

/** What is stored of whoever is here, for their eyes only: drawn in the browser, never at build time. */
export default function MePage() {
  const lang = useLang()
  use(pageTextsReady(lang, 'me'))
  use(pageTextsReady(lang, 'answer'))
  use(pageTextsReady(lang, 'outbox'))
  use(pageTextsReady(lang, 'stance'))
  use(pageTextsReady(lang, 'translation'))
  const { t } = useTranslation('me')
  const me = useQuery(meQuery)
  return (
    <div className={styles.page}>
      <Head title={t('title')} unlisted />
      <header className={styles.header}>
        <h1>{t('title')}</h1>
        <p>{t('lead')}</p>
      </header>
      <QueryState query={me} lines={12}>
        {(known) => (
          <>
            {known.participant && known.participant.consentVersion < CONSENT_VERSION && (
              <Suspense>
                <OlderConsent participant={known.participant} />
              </Suspense>
            )}
            <MeView me={known} />
          </>
        )}
      </QueryState>
    </div>
  )
}
