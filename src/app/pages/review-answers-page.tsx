import { useQuery } from '@tanstack/react-query'
import { use } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router-dom'
import { resultsQuery } from '#features/plan/queries.ts'
import { usePlan } from '#features/plan/use-plan.ts'
import { AnswersRoom } from '#features/review/answers/answers-room.tsx'
import { pageTextsReady } from '#i18n/page-texts.ts'
import { useLang } from '#i18n/use-lang.ts'
import { Head } from '../head.tsx'
import styles from './review-page.module.css'

/** What is owed an answer, and what was answered. */
export default function ReviewAnswersPage() {
  const lang = useLang()
  use(pageTextsReady(lang, 'review-answers'))
  use(pageTextsReady(lang, 'answer'))
  const { t } = useTranslation('review-answers')
  const tasks = usePlan(useQuery(resultsQuery).data)
  return (
    <div className={styles.wide}>
      <Head title={t('title')} unlisted />
      <h1>{t('title')}</h1>
      <p>
        {t('lead')} <Link to={`/${lang}/answers`}>{t('public')}</Link>
      </p>
      <AnswersRoom tasks={tasks} />
    </div>
  )
}
