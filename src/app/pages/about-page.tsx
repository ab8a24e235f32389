import { useQuery } from '@tanstack/react-query'
import { use } from 'react'
import { useTranslation } from 'react-i18next'
import { AboutOutline } from '#features/about/about-outline.tsx'
import { Accessibility } from '#features/about/accessibility.tsx'
import { Counting } from '#features/about/counting.tsx'
import { HowItWorks } from '#features/about/how-it-works.tsx'
import { Privacy } from '#features/about/privacy.tsx'
import { Sources } from '#features/about/sources.tsx'
import { resultsQuery } from '#features/plan/queries.ts'
import { pageTextsReady } from '#i18n/page-texts.ts'
import { useLang } from '#i18n/use-lang.ts'
import { Head } from '../head.tsx'
import styles from './about-page.module.css'

/** How this works, how it counts, what it stores, whom it leaves out, where it comes from. */
export default function AboutPage() {
  use(pageTextsReady(useLang(), 'about'))
  const { t } = useTranslation('about')
  const results = useQuery(resultsQuery)
  return (
    <div className={styles.page}>
      <Head title={t('title')} description={t('lead')} />
      <header className={styles.header}>
        <h1>{t('title')}</h1>
        <p className={styles.lead}>{t('lead')}</p>
      </header>
      <div className={styles.outline}>
        <AboutOutline />
      </div>
      <div className={styles.text}>
        <HowItWorks />
        <Counting results={results.data} />
        <Privacy />
        <Accessibility />
        <Sources />
      </div>
    </div>
  )
}
