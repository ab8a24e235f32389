import { useQuery, useQueryClient } from '@tanstack/react-query'
import { lazy, use } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, useParams } from 'react-router-dom'
import { QueryState } from '#components/query-state.tsx'
import { type Task, type TaskId, taskIdFromNumber, taskNumber } from '#domain/plan.ts'
import { Timeline } from '#features/history/timeline.tsx'
import { planQuery, taskQuery } from '#features/plan/queries.ts'
import { pageTextsReady } from '#i18n/page-texts.ts'
import { useLang } from '#i18n/use-lang.ts'
import { PageTitle } from '../page-title.tsx'
import styles from './history-page.module.css'

const NotFoundPage = lazy(() => import('./not-found-page.tsx'))

/** How the text of a task came to be what it is. */
export default function HistoryPage() {
  use(pageTextsReady(useLang(), 'history'))
  const id = taskIdFromNumber(useParams().number)
  return id ? <HistoryOf key={id} id={id} /> : <NotFoundPage />
}

function HistoryOf({ id }: { id: TaskId }) {
  const client = useQueryClient()
  const task = useQuery(taskQuery(id, client.getQueryData(planQuery.queryKey)))
  if (task.error?.kind === 'missing') return <NotFoundPage />
  return (
    <QueryState query={task} lines={8}>
      {(loaded) => <LoadedHistory task={loaded} />}
    </QueryState>
  )
}

function LoadedHistory({ task }: { task: Task }) {
  const lang = useLang()
  const { t } = useTranslation('history')
  const number = taskNumber(task.id)
  return (
    <div className={styles.page}>
      <PageTitle>{t('pageTitle', { number })}</PageTitle>
      <header className={styles.header}>
        <p>
          <Link to={`/${lang}/tasks/${number}`}>{t('back', { number })}</Link>
        </p>
        <h1>
          {t('title')} <span className={styles.task}>{task.title[lang]}</span>
        </h1>
        <p>{t('intro')}</p>
      </header>
      <Timeline task={task} />
    </div>
  )
}
