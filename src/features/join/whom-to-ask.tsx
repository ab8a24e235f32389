import { useTranslation } from 'react-i18next'
import { contactEmail } from '#data/config.ts'

/** Where to write to about an account, for what nobody can put right alone. */
export function WhomToAsk() {
  const { t } = useTranslation('join')
  if (!contactEmail) return <p>{t('ask.none')}</p>
  return (
    <p>
      {t('ask.mail')} <a href={`mailto:${contactEmail}`}>{contactEmail}</a>
    </p>
  )
}
