import { useTranslation } from 'react-i18next'
import { ButtonLink } from '#components/button.tsx'
import { useLang } from '#i18n/use-lang.ts'
import { Head } from '../head.tsx'
import styles from './join-page.module.css'

/** For an address that leads nowhere. */
export default function NotFoundPage() {
  const { t } = useTranslation('common')
  const lang = useLang()
  return (
    <div className={styles.page}>
      <Head title={t('notFound.title')} unlisted />
      <h1>{t('notFound.title')}</h1>
      <p>{t('notFound.text')}</p>
      <p>
        <ButtonLink to={`/${lang}`}>{t('notFound.back')}</ButtonLink>
      </p>
    </div>
  )
}
