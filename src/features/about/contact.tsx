import { useTranslation } from 'react-i18next'
import { contactEmail } from '#data/config.ts'

/** Where to write to. */
export function Contact() {
  const { t } = useTranslation('about')
  if (!contactEmail) return <p>{t('contact.none')}</p>
  return (
    <p>
      {t('contact.mail')} <a href={`mailto:${contactEmail}`}>{contactEmail}</a>
    </p>
  )
}
