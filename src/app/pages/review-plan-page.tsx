import { use } from 'react'
import { useTranslation } from 'react-i18next'
import type { Editor } from '#data/plan-drafts.ts'
import { PlanFile } from '#features/review/plan/plan-file.tsx'
import { PlanList } from '#features/review/plan/plan-list.tsx'
import { pageTextsReady } from '#i18n/page-texts.ts'
import { useLang } from '#i18n/use-lang.ts'
import { Head } from '../head.tsx'
import styles from './review-page.module.css'

/** The six tasks: to the editor of each, when each takes comments and stances, and all of them as a file. */
export default function ReviewPlanPage({ editor }: { editor: Editor }) {
  use(pageTextsReady(useLang(), 'review-plan'))
  const { t } = useTranslation('review-plan')
  return (
    <div className={styles.page}>
      <Head title={t('title')} unlisted />
      <h1>{t('title')}</h1>
      <p>{t('lead')}</p>
      <PlanList uid={editor.uid} />
      <PlanFile editor={editor} />
    </div>
  )
}
