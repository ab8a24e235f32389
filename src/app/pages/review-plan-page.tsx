import { use } from 'react'
import { useTranslation } from 'react-i18next'
import { PlanList } from '#features/review/plan/plan-list.tsx'
import { pageTextsReady } from '#i18n/page-texts.ts'
import { useLang } from '#i18n/use-lang.ts'
import { Head } from '../head.tsx'
import styles from './review-page.module.css'

/** The six tasks: to the editor of each, and when each takes comments and stances. */
export default function ReviewPlanPage({ uid }: { uid: string }) {
  use(pageTextsReady(useLang(), 'review-plan'))
  const { t } = useTranslation('review-plan')
  return (
    <div className={styles.page}>
      <Head title={t('title')} unlisted />
      <h1>{t('title')}</h1>
      <p>{t('lead')}</p>
      <PlanList uid={uid} />
    </div>
  )
}
