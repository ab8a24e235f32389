import { useQuery } from '@tanstack/react-query'
import { use } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router-dom'
import { ReadProblem } from '#components/query-state.tsx'
import { resultsQuery } from '#features/plan/queries.ts'
import { usePlan } from '#features/plan/use-plan.ts'
import { Present } from '#features/results/present.tsx'
import { pageTextsReady } from '#i18n/page-texts.ts'
import { useLang } from '#i18n/use-lang.ts'
import { Head } from '../head.tsx'
import styles from './numbers-page.module.css'

const EVERY_MS = 15_000

/** For the screen of a classroom. It reads again as long as somebody looks at it, a read each time. */
export default function PresentPage() {
  const lang = useLang()
  use(pageTextsReady(lang, 'present'))
  const { t } = useTranslation('present')
  const { data, error, dataUpdatedAt } = useQuery({ ...resultsQuery, refetchInterval: EVERY_MS })
  return (
    <div className={styles.page}>
      <Head title={t('title')} description={t('description')} unlisted />
      <Present results={data} tasks={usePlan(data)} readAt={dataUpdatedAt} />
      <ReadProblem error={error} />
      <p>
        <Link to={`/${lang}/results`}>{t('back')}</Link>
      </p>
    </div>
  )
}
