import { useQuery } from '@tanstack/react-query'
import { use } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router-dom'
import { EmptyState } from '#components/empty-state.tsx'
import { QueryState } from '#components/query-state.tsx'
import type { Results } from '#domain/results.ts'
import { resultsQuery } from '#features/plan/queries.ts'
import { usePlan } from '#features/plan/use-plan.ts'
import { Compare } from '#features/results/compare.tsx'
import { Counted } from '#features/results/counted.tsx'
import { Glance } from '#features/results/glance.tsx'
import { Limits } from '#features/results/limits.tsx'
import { TakeHome } from '#features/results/take-home.tsx'
import { pageTextsReady } from '#i18n/page-texts.ts'
import { useLang } from '#i18n/use-lang.ts'
import { Head } from '../head.tsx'
import styles from './numbers-page.module.css'
import { PageHeader } from './page-header.tsx'
import { WaysOn } from './ways-on.tsx'

const WAYS = ['priorities', 'common-ground', 'answers', 'present'] as const

/** What everybody said: at a glance, group beside group, over time; what it does not show; to take home. */
export default function ResultsPage() {
  const lang = useLang()
  use(pageTextsReady(lang, 'results'))
  const { t } = useTranslation('results')
  const results = useQuery(resultsQuery)
  return (
    <div className={styles.page}>
      <Head title={t('title')} description={t('lead')} />
      <PageHeader title={t('title')} lead={t('lead')} />
      <QueryState
        query={results}
        lines={16}
        isEmpty={(found) => found === null}
        empty={<EmptyState action={<Link to={`/${lang}#tasks`}>{t('goRead')}</Link>}>{t('none')}</EmptyState>}
      >
        {(found) => found && <Shown results={found} />}
      </QueryState>
      <WaysOn ways={WAYS.map((to) => ({ to, label: t(`ways.${to}`) }))} />
    </div>
  )
}

function Shown({ results }: { results: Results }) {
  const { t } = useTranslation('results')
  const tasks = usePlan(results)
  return (
    <>
      <section aria-labelledby="glance" className={styles.section}>
        <h2 id="glance">{t('glance.title')}</h2>
        <Glance results={results} tasks={tasks} />
      </section>
      <Compare results={results} tasks={tasks} />
      <section aria-labelledby="limits" className={styles.section}>
        <h2 id="limits">{t('limits.title')}</h2>
        <Limits results={results} />
      </section>
      <section aria-labelledby="home" className={styles.section}>
        <h2 id="home">{t('home.title')}</h2>
        <TakeHome results={results} tasks={tasks} />
        <div className={styles.note}>
          <Counted results={results} />
        </div>
      </section>
    </>
  )
}
