import { useQuery } from '@tanstack/react-query'
import { lazy } from 'react'
import { useTranslation } from 'react-i18next'
import { useParams } from 'react-router-dom'
import { Live } from '#components/live.tsx'
import { Notice } from '#components/notice.tsx'
import { useNear } from '#components/use-near.ts'
import { meQuery } from '#data/me.ts'
import { type TaskId, taskIdFromNumber, taskNumber } from '#domain/plan.ts'
import { Voices } from '#features/comments/voices.tsx'
import { Outline } from '#features/plan/outline.tsx'
import { resultsQuery } from '#features/plan/queries.ts'
import { TaskArticle, TaskHeader } from '#features/plan/task-article.tsx'
import { useTask } from '#features/plan/use-task.ts'
import { Head } from '../head.tsx'
import { Later } from '../later.tsx'
import { useJoinLink } from '../links.ts'
import { usePersonTurn } from '../use-person-turn.ts'
import styles from './task-page.module.css'
import { TaskPanel } from './task-panel.tsx'

const NotFoundPage = lazy(() => import('./not-found-page.tsx'))

// Once the page is there: few readers come back to another text than they left.
const news = async () => (await import('./task-news.tsx')).default

/** One task: its text, my stance, where the groups stand, the voices. */
export default function TaskPage() {
  const id = taskIdFromNumber(useParams().number)
  return id ? <TaskById key={id} id={id} /> : <NotFoundPage />
}

function TaskById({ id }: { id: TaskId }) {
  const { t } = useTranslation('plan')
  const { data: me } = useQuery(meQuery)
  const result = useQuery(resultsQuery).data?.tasks[id]
  // Folded up on a phone, the stance is not near.
  const [stance, isStanceNear] = useNear<HTMLElement>()
  const [voices, areVoicesNear] = useNear<HTMLElement>()
  const turn = usePersonTurn(me)
  const { task, isNewer } = useTask(id, { isNear: isStanceNear || areVoicesNear, result })
  return (
    <div className={styles.page}>
      <Head title={t('task.pageTitle', { number: taskNumber(id), title: task.title })} description={task.summary} />
      <div className={styles.header}>
        <TaskHeader task={task} />
        <div className={styles.news}>
          <Later load={news} />
        </div>
        <Live>{isNewer && <Notice>{t('task.newer', { revision: task.revision })}</Notice>}</Live>
      </div>
      <div className={styles.outline}>
        <Outline task={task} />
      </div>
      <div className={styles.text}>
        <TaskArticle task={task} voices={result?.subtaskVoices} />
      </div>
      <TaskPanel
        turn={turn}
        task={task}
        me={me}
        joinLink={useJoinLink('#stance')}
        stance={stance}
        isNear={isStanceNear}
      />
      <div className={styles.voices}>
        <Voices
          turn={turn}
          ref={voices}
          isNear={areVoicesNear}
          task={task}
          me={me}
          joinLink={useJoinLink('#voices')}
          total={result?.voices}
        />
      </div>
    </div>
  )
}
