import { useQuery } from '@tanstack/react-query'
import { use } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router-dom'
import { permalink } from '#features/comments/permalink.ts'
import { Ground } from '#features/common-ground/ground.tsx'
import { resultsQuery } from '#features/plan/queries.ts'
import { usePlan } from '#features/plan/use-plan.ts'
import { pageTextsReady } from '#i18n/page-texts.ts'
import { useLang } from '#i18n/use-lang.ts'
import { Head } from '../head.tsx'
import styles from './numbers-page.module.css'

/** What the groups share, and what divides them. */
export default function CommonGroundPage() {
  const lang = useLang()
  use(pageTextsReady(lang, 'common-ground'))
  const { t } = useTranslation('common-ground')
  const { data: results } = useQuery(resultsQuery)
  const tasks = usePlan(results)
  return (
    <div className={styles.page}>
      <Head title={t('title')} description={t('lead')} />
      <header className={styles.header}>
        <h1>{t('title')}</h1>
        <p className={styles.lead}>{t('lead')}</p>
        <p className={styles.note}>{t('yard')}</p>
      </header>
      <Ground tasks={tasks} linkTo={(comment) => permalink(lang, comment)} />
      <ul className={styles.ways}>
        <li>
          <Link to={`/${lang}/results`}>{t('toResults')}</Link>
        </li>
        <li>
          <Link to={`/${lang}/priorities`}>{t('toPriorities')}</Link>
        </li>
      </ul>
    </div>
  )
}
