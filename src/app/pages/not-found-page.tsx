import { useTranslation } from 'react-i18next'
import { ButtonLink } from '#components/button.tsx'
import { useLang } from '#i18n/use-lang.ts'
import { PageTitle } from '../page-title.tsx'
import styles from './join-page.module.css'

/** For an address that leads nowhere. */
export default function NotFoundPage() {
  const { t } = useTranslation('common')
  const lang = useLang()
  return (
    <div className={styles.page}>
      <PageTitle>{t('notFound.title')}</PageTitle>
      <h1>{t('notFound.title')}</h1>
      <p>{t('notFound.text')}</p>
      <p>
        <ButtonLink to={`/${lang}`}>{t('notFound.back')}</ButtonLink>
      </p>
    </div>
  )
}
