import { useQuery } from '@tanstack/react-query'
import { lazy, use } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, useParams } from 'react-router-dom'
import { builtRevisions } from '#data/built-plan.ts'
import { type TaskId, taskIdFromNumber, taskNumber } from '#domain/plan.ts'
import { AgreementOver } from '#features/history/agreement.tsx'
import { Timeline } from '#features/history/timeline.tsx'
import { resultsQuery } from '#features/plan/queries.ts'
import { useTask } from '#features/plan/use-task.ts'
import { pageTextsReady } from '#i18n/page-texts.ts'
import { useLang } from '#i18n/use-lang.ts'
import { Head } from '../head.tsx'
import styles from './history-page.module.css'

const NotFoundPage = lazy(() => import('./not-found-page.tsx'))

/** How the text of a task came to be what it is, and how far people agreed with it on the way. */
export default function HistoryPage() {
  use(pageTextsReady(useLang(), 'history'))
  const id = taskIdFromNumber(useParams().number)
  return id ? <HistoryOf key={id} id={id} /> : <NotFoundPage />
}

function HistoryOf({ id }: { id: TaskId }) {
  const { task } = useTask(id)
  const results = useQuery(resultsQuery)
  const lang = useLang()
  const { t } = useTranslation('history')
  const number = taskNumber(task.id)
  return (
    <div className={styles.page}>
      <Head title={t('pageTitle', { number })} description={t('intro')} />
      <header className={styles.header}>
        <p>
          <Link to={`/${lang}/tasks/${number}`}>{t('back', { number })}</Link>
        </p>
        <h1>
          {t('title')} <span className={styles.task}>{task.title}</span>
        </h1>
        <p>{t('intro')}</p>
      </header>
      <AgreementOver task={task} results={results.data ?? (results.error ? null : undefined)} />
      <section aria-labelledby="revisions" className={styles.section}>
        <h2 id="revisions">{t('list')}</h2>
        <Timeline task={task} built={use(builtRevisions(id))} />
      </section>
    </div>
  )
}
