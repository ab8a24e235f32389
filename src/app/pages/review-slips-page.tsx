import { use } from 'react'
import { useTranslation } from 'react-i18next'
import { BatchList } from '#features/slips/batch-list.tsx'
import { MakeSlips } from '#features/slips/make-slips.tsx'
import { pageTextsReady } from '#i18n/page-texts.ts'
import { useLang } from '#i18n/use-lang.ts'
import { Head } from '../head.tsx'
import styles from './review-page.module.css'

/** Slips for schools: made, counted, voided. */
export default function ReviewSlipsPage({ uid }: { uid: string }) {
  use(pageTextsReady(useLang(), 'slips'))
  const { t } = useTranslation('slips')
  return (
    <div className={styles.page}>
      <Head title={t('title')} unlisted />
      <h1>{t('title')}</h1>
      <p>{t('lead')}</p>
      <MakeSlips uid={uid} />
      <BatchList uid={uid} />
    </div>
  )
}
