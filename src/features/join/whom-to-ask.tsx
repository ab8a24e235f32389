import { useTranslation } from 'react-i18next'
import { MailTo } from '#components/mail-to.tsx'
import { contactEmail } from '#data/config.ts'

/** Where to write to about an account, for what nobody can put right alone. */
export function WhomToAsk() {
  const { t } = useTranslation('join')
  return (
    <p>
      <MailTo address={contactEmail} before={t('ask.mail')} none={t('ask.none')} />
    </p>
  )
}
