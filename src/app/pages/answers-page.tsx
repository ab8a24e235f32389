import { useQuery } from '@tanstack/react-query'
import { use } from 'react'
import { useTranslation } from 'react-i18next'
import { Answers } from '#features/answers/answers.tsx'
import { permalink } from '#features/comments/permalink.ts'
import { resultsQuery } from '#features/plan/queries.ts'
import { usePlan } from '#features/plan/use-plan.ts'
import { pageTextsReady } from '#i18n/page-texts.ts'
import { useLang } from '#i18n/use-lang.ts'
import { Head } from '../head.tsx'
import styles from './numbers-page.module.css'
import { PageHeader } from './page-header.tsx'
import { WaysOn } from './ways-on.tsx'

/** “You said, we did”: what the education office has answered. */
export default function AnswersPage() {
  const lang = useLang()
  use(pageTextsReady(lang, 'answers'))
  use(pageTextsReady(lang, 'answer'))
  const { t } = useTranslation('answers')
  const { data: results } = useQuery(resultsQuery)
  const tasks = usePlan(results)
  return (
    <div className={styles.page}>
      <Head title={t('title')} description={t('lead')} />
      <PageHeader title={t('title')} lead={t('lead')}>
        {tasks.some(({ sample }) => sample) && t('sample')}
      </PageHeader>
      <Answers tasks={tasks} linkTo={(comment) => permalink(lang, comment)} />
      <WaysOn
        ways={[
          { to: 'common-ground', label: t('toCommonGround') },
          { to: 'results', label: t('toResults') },
        ]}
      />
    </div>
  )
}
