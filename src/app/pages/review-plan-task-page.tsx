import { lazy, use } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, useParams } from 'react-router-dom'
import type { Editor } from '#data/plan-drafts.ts'
import { taskIdFromNumber, taskNumber } from '#domain/plan.ts'
import { PlanEditor } from '#features/review/plan/plan-editor.tsx'
import { pageTextsReady } from '#i18n/page-texts.ts'
import { useLang } from '#i18n/use-lang.ts'
import { Head } from '../head.tsx'
import styles from './history-page.module.css'

const NotFoundPage = lazy(() => import('./not-found-page.tsx'))

type Props = { editor: Editor; canReview: boolean }

/** Where the next revision of a task is written. */
export default function ReviewPlanTaskPage({ editor, canReview }: Props) {
  const lang = useLang()
  use(pageTextsReady(lang, 'review-plan'))
  const { t } = useTranslation('review-plan')
  const taskId = taskIdFromNumber(useParams().number)
  if (!taskId) return <NotFoundPage />
  const title = t('editTitle', { number: taskNumber(taskId) })
  return (
    <div className={styles.page}>
      <Head title={title} unlisted />
      <header className={styles.header}>
        <p>
          <Link to={`/${lang}/review/plan`}>{t('back')}</Link>
        </p>
        <h1>{title}</h1>
      </header>
      <PlanEditor key={taskId} taskId={taskId} editor={editor} canReview={canReview} />
    </div>
  )
}
