import { use } from 'react'
import { useTranslation } from 'react-i18next'
import { LogList } from '#features/review/log/log-list.tsx'
import { pageTextsReady } from '#i18n/page-texts.ts'
import { useLang } from '#i18n/use-lang.ts'
import { Head } from '../head.tsx'
import styles from './review-page.module.css'

/** What staff have done. */
export default function ReviewLogPage() {
  use(pageTextsReady(useLang(), 'review-log'))
  const { t } = useTranslation('review-log')
  return (
    <div className={styles.page}>
      <Head title={t('title')} unlisted />
      <h1>{t('title')}</h1>
      <p>{t('lead')}</p>
      <LogList />
    </div>
  )
}
