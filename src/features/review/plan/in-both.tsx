import { use } from 'react'
import { useTranslation } from 'react-i18next'
import { TaskDifferenceView } from '#components/task-difference.tsx'
import { LANGS } from '#domain/language.ts'
import type { Task, TaskTexts } from '#domain/plan.ts'
import { pageTextsReady } from '#i18n/page-texts.ts'
import { useLang } from '#i18n/use-lang.ts'
import styles from './plan.module.css'

type Wording = TaskTexts & Pick<Task, 'bureau' | 'sample'>

/** How one wording of a task differs from another, in each language, and in what is no text. */
export function InBoth({ before, after }: { before: Wording; after: Wording }) {
  use(pageTextsReady(useLang(), 'difference'))
  const { t } = useTranslation('review-plan')
  return (
    <>
      {before.sample !== after.sample && <p>{t(after.sample ? 'kind.sample' : 'kind.own')}</p>}
      {before.bureau !== after.bureau && <p>{t('kind.bureau')}</p>}
      {LANGS.map((lang) => (
        <div key={lang} className={styles.preview}>
          <p className={styles.label}>{t(`lang.${lang}`)}</p>
          <TaskDifferenceView before={before} after={after} lang={lang} />
        </div>
      ))}
    </>
  )
}
