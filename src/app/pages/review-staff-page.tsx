import { use } from 'react'
import { useTranslation } from 'react-i18next'
import { AddStaff } from '#features/review/staff/add-staff.tsx'
import { StaffList } from '#features/review/staff/staff-list.tsx'
import { pageTextsReady } from '#i18n/page-texts.ts'
import { useLang } from '#i18n/use-lang.ts'
import { Head } from '../head.tsx'
import styles from './review-page.module.css'

/** Who works here, and who may do what. */
export default function ReviewStaffPage({ uid }: { uid: string }) {
  use(pageTextsReady(useLang(), 'review-staff'))
  const { t } = useTranslation('review-staff')
  return (
    <div className={styles.page}>
      <Head title={t('title')} unlisted />
      <h1>{t('title')}</h1>
      <p>{t('lead')}</p>
      <StaffList uid={uid} />
      <AddStaff />
    </div>
  )
}
