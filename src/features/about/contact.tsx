import { useTranslation } from 'react-i18next'
import { MailTo } from '#components/mail-to.tsx'
import { contactEmail } from '#data/config.ts'

/** Where to write to. */
export function Contact() {
  const { t } = useTranslation('about')
  return (
    <p>
      <MailTo address={contactEmail} before={t('contact.mail')} none={t('contact.none')} />
    </p>
  )
}
