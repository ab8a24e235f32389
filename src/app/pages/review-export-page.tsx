import { useQuery } from '@tanstack/react-query'
import { use } from 'react'
import { useTranslation } from 'react-i18next'
import { QueryState } from '#components/query-state.tsx'
import { planQuery } from '#data/plan-query.ts'
import { AllRead } from '#features/review/all-read.tsx'
import { ExportRoom } from '#features/review/export/export-room.tsx'
import { pageTextsReady } from '#i18n/page-texts.ts'
import { useLang } from '#i18n/use-lang.ts'
import { Head } from '../head.tsx'
import styles from './review-page.module.css'

/** Comments as files for spreadsheets. */
export default function ReviewExportPage({ uid }: { uid: string }) {
  const lang = useLang()
  use(pageTextsReady(lang, 'review-export'))
  // What is in the file is called as it is in the inbox.
  use(pageTextsReady(lang, 'review-inbox'))
  use(pageTextsReady(lang, 'answer'))
  const { t } = useTranslation('review-export')
  const plan = useQuery(planQuery)
  return (
    <div className={styles.page}>
      <Head title={t('title')} unlisted />
      <h1>{t('title')}</h1>
      <p>{t('lead')}</p>
      <AllRead uid={uid}>
        {({ rows, themes }) => (
          <QueryState query={plan}>{(tasks) => <ExportRoom rows={rows} themes={themes} tasks={tasks} />}</QueryState>
        )}
      </AllRead>
    </div>
  )
}
