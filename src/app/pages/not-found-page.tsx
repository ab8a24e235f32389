import { use } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router-dom'
import { ButtonLink } from '#components/button.tsx'
import { Mark } from '#components/mark.tsx'
import { taskNumber } from '#domain/plan.ts'
import { usePlan } from '#features/plan/use-plan.ts'
import { pageTextsReady } from '#i18n/page-texts.ts'
import { useLang } from '#i18n/use-lang.ts'
import { Head } from '../head.tsx'
import lost from '../lost.module.css'
import styles from './not-found-page.module.css'

/** For an address that leads nowhere: what is here instead. */
export default function NotFoundPage() {
  const lang = useLang()
  use(pageTextsReady(lang, 'not-found'))
  const { t } = useTranslation(['not-found', 'plan'])
  // A wrong address is not worth a read: the titles that came with the app will do.
  const tasks = usePlan(null)
  return (
    <div className={lost.page}>
      <Head title={t('not-found:title')} unlisted />
      <div className={lost.yard}>
        <Mark />
      </div>
      <h1>{t('not-found:title')}</h1>
      <p>{t('not-found:text')}</p>
      <nav aria-labelledby="tasks" className={styles.tasks}>
        <h2 id="tasks">{t('not-found:tasks')}</h2>
        <ol>
          {tasks.map(({ id, title }) => (
            <li key={id}>
              <Link to={`/${lang}/tasks/${taskNumber(id)}`}>
                {t('plan:tasks.number', { number: taskNumber(id) })} <span className={styles.title}>{title[lang]}</span>
              </Link>
            </li>
          ))}
        </ol>
      </nav>
      <p>
        <ButtonLink to={`/${lang}`}>{t('not-found:home')}</ButtonLink>
      </p>
    </div>
  )
}
