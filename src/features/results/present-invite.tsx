import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { QrCode } from '#components/qr-code.tsx'
import { useLang } from '#i18n/use-lang.ts'
import styles from './present.module.css'

/** The way to the sticker vote, to photograph or to type. */
export function PresentInvite() {
  const { t } = useTranslation('present')
  const lang = useLang()
  // The page is drawn before anybody knows where it will stand.
  const [origin, setOrigin] = useState('')
  useEffect(() => setOrigin(location.origin), [])
  const address = `${origin}/${lang}/priorities`
  return (
    <div className={styles.invite}>
      <div className={styles.code}>{origin && <QrCode text={address} label={t('code')} />}</div>
      <p className={styles.how}>{t('how')}</p>
      <p className={styles.address}>{address.replace(/^https?:\/\//, '')}</p>
    </div>
  )
}
