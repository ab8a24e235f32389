import { useQuery } from '@tanstack/react-query'
import { use } from 'react'
import { useTranslation } from 'react-i18next'
import { permalink } from '#features/comments/permalink.ts'
import { Ground } from '#features/common-ground/ground.tsx'
import { resultsQuery } from '#features/plan/queries.ts'
import { usePlan } from '#features/plan/use-plan.ts'
import { pageTextsReady } from '#i18n/page-texts.ts'
import { useLang } from '#i18n/use-lang.ts'
import { Head } from '../head.tsx'
import styles from './numbers-page.module.css'
import { PageHeader } from './page-header.tsx'
import { WaysOn } from './ways-on.tsx'

/** What the groups share, and what divides them. */
export default function CommonGroundPage() {
  const lang = useLang()
  use(pageTextsReady(lang, 'common-ground'))
  use(pageTextsReady(lang, 'translation'))
  const { t } = useTranslation('common-ground')
  const { data: results } = useQuery(resultsQuery)
  const tasks = usePlan(results)
  return (
    <div className={styles.page}>
      <Head title={t('title')} description={t('lead')} />
      <PageHeader title={t('title')} lead={t('lead')}>
        {t('yard')}
      </PageHeader>
      <Ground tasks={tasks} linkTo={(comment) => permalink(lang, comment)} />
      <WaysOn
        ways={[
          { to: 'results', label: t('toResults') },
          { to: 'priorities', label: t('toPriorities') },
          { to: 'answers', label: t('toAnswers') },
        ]}
      />
    </div>
  )
}
