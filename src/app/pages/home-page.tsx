import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { meQuery } from '#data/me.ts'
import { Hero } from '#features/plan/hero.tsx'
import { Principles, Steps } from '#features/plan/principles.tsx'
import { resultsQuery } from '#features/plan/queries.ts'
import { TaskList } from '#features/plan/task-list.tsx'
import { usePlan } from '#features/plan/use-plan.ts'
import { Head } from '../head.tsx'
import { Later } from '../later.tsx'
import styles from './home-page.module.css'

const news = async () => (await import('./home-news.tsx')).default

/** The plan: what it is, its six tasks, where opinion stands, how to take part. */
export default function HomePage() {
  const { t } = useTranslation('plan')
  const results = useQuery(resultsQuery)
  const tasks = usePlan(results.data)
  const me = useQuery(meQuery)
  return (
    <div className={styles.home}>
      <Head />
      <Hero results={results.data} joined={Boolean(me.data?.participant)} />
      <section aria-labelledby="tasks" className={styles.tasks}>
        <h2 id="tasks">{t('tasks.title')}</h2>
        {tasks.some((task) => task.sample) && <p className={styles.sample}>{t('task.sample')}</p>}
        <TaskList tasks={tasks} results={results.data} />
      </section>
      {/* It comes late, and moves nothing that is looked at by then. */}
      <Later load={news} />
      <Steps />
      <Principles />
    </div>
  )
}
