import { useQuery, useQueryClient } from '@tanstack/react-query'
import { lazy } from 'react'
import { useTranslation } from 'react-i18next'
import { useParams } from 'react-router-dom'
import { QueryState } from '#components/query-state.tsx'
import { meQuery } from '#data/me.ts'
import { type Task, type TaskId, taskIdFromNumber, taskNumber } from '#domain/plan.ts'
import { Voices } from '#features/comments/voices.tsx'
import { Outline } from '#features/plan/outline.tsx'
import { planQuery, taskQuery } from '#features/plan/queries.ts'
import { TaskArticle, TaskHeader } from '#features/plan/task-article.tsx'
import { useLang } from '#i18n/use-lang.ts'
import { useHashArrival } from '../arrival.ts'
import { useJoinLink } from '../links.ts'
import { PageTitle } from '../page-title.tsx'
import styles from './task-page.module.css'
import { TaskPanel } from './task-panel.tsx'

const NotFoundPage = lazy(() => import('./not-found-page.tsx'))

/** One task: its text, my stance, where the groups stand, the voices. */
export default function TaskPage() {
  const id = taskIdFromNumber(useParams().number)
  return id ? <TaskById key={id} id={id} /> : <NotFoundPage />
}

function TaskById({ id }: { id: TaskId }) {
  const client = useQueryClient()
  const task = useQuery(taskQuery(id, client.getQueryData(planQuery.queryKey)))
  if (task.error?.kind === 'missing') return <NotFoundPage />
  return (
    <QueryState query={task} lines={16}>
      {(loaded) => <LoadedTask task={loaded} />}
    </QueryState>
  )
}

function LoadedTask({ task }: { task: Task }) {
  const { t } = useTranslation('plan')
  const lang = useLang()
  const { data: me } = useQuery(meQuery)
  useHashArrival()
  return (
    <div className={styles.page}>
      <PageTitle>{t('task.pageTitle', { number: taskNumber(task.id), title: task.title[lang] })}</PageTitle>
      <div className={styles.header}>
        <TaskHeader task={task} />
      </div>
      <div className={styles.outline}>
        <Outline task={task} />
      </div>
      <div className={styles.body}>
        <TaskArticle task={task} />
        <Voices task={task} me={me} joinLink={useJoinLink('#voices')} />
      </div>
      <TaskPanel task={task} me={me} joinLink={useJoinLink('#stance')} />
    </div>
  )
}
