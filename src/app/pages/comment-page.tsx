import { useQuery } from '@tanstack/react-query'
import { lazy, use } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, useParams } from 'react-router-dom'
import { meQuery } from '#data/me.ts'
import { isCommentId } from '#domain/comment.ts'
import { type TaskId, taskIdFromNumber, taskNumber } from '#domain/plan.ts'
import { OneComment } from '#features/comments/one-comment.tsx'
import { useTask } from '#features/plan/use-task.ts'
import { pageTextsReady } from '#i18n/page-texts.ts'
import { useLang } from '#i18n/use-lang.ts'
import { Head } from '../head.tsx'
import { useJoinLink } from '../links.ts'
import { usePersonTurn } from '../use-person-turn.ts'
import styles from './comment-page.module.css'

const NotFoundPage = lazy(() => import('./not-found-page.tsx'))

/** One comment with its thread, to link to. */
export default function CommentPage() {
  const { number, comment = '' } = useParams()
  const taskId = taskIdFromNumber(number)
  return taskId && isCommentId(taskId, comment) ? (
    <CommentOn key={comment} taskId={taskId} id={comment} />
  ) : (
    <NotFoundPage />
  )
}

function CommentOn({ taskId, id }: { taskId: TaskId; id: string }) {
  const lang = useLang()
  use(pageTextsReady(lang, 'comments'))
  const { t } = useTranslation('comments')
  const { task } = useTask(taskId)
  const { data: me } = useQuery(meQuery)
  const joinLink = useJoinLink()
  const number = taskNumber(taskId)
  const taskLink = `/${lang}/tasks/${number}`
  return (
    <div className={styles.page}>
      <Head title={t('one.pageTitle', { number })} unlisted />
      <header className={styles.header}>
        <p>
          <Link to={taskLink}>{t('one.back', { number, title: task.title })}</Link>
        </p>
        <h1>{t('one.title')}</h1>
      </header>
      <OneComment key={usePersonTurn(me)} id={id} talk={{ task, me }} joinLink={joinLink} />
      <p>
        <Link to={`${taskLink}#voices`}>{t('one.all')}</Link>
      </p>
    </div>
  )
}
