import { useQuery } from '@tanstack/react-query'
import { use } from 'react'
import { useTranslation } from 'react-i18next'
import { QueryState } from '#components/query-state.tsx'
import { resultsQuery } from '#features/plan/queries.ts'
import { usePlan } from '#features/plan/use-plan.ts'
import { AllRead } from '#features/review/all-read.tsx'
import { Insights } from '#features/review/insights/insights.tsx'
import { pageTextsReady } from '#i18n/page-texts.ts'
import { useLang } from '#i18n/use-lang.ts'
import { Head } from '../head.tsx'
import styles from './review-page.module.css'

/** What all comments and the published results say, in numbers: to look through, and to print as a report. */
export default function ReviewInsightsPage({ uid }: { uid: string }) {
  use(pageTextsReady(useLang(), 'review-insights'))
  const { t } = useTranslation('review-insights')
  const results = useQuery(resultsQuery)
  const tasks = usePlan(results.data)
  return (
    <div className={styles.wide}>
      <Head title={t('title')} unlisted />
      <h1>{t('title')}</h1>
      <p data-screen-only>{t('lead')}</p>
      <AllRead uid={uid}>
        {({ rows, themes }) => (
          <QueryState query={results}>
            {(published) => <Insights rows={rows} themes={themes} tasks={tasks} results={published} />}
          </QueryState>
        )}
      </AllRead>
    </div>
  )
}
