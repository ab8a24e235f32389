import { useSyncExternalStore } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '#components/button.tsx'
import { serviceWorker } from './service-worker.ts'
import styles from './signs.module.css'

/** A new version is there: says so, and waits for the person. */
export function UpdateNotice() {
  const { t } = useTranslation('offline')
  const isReady = useSyncExternalStore(serviceWorker.subscribe, serviceWorker.isNewVersionReady, () => false)
  if (!isReady) return null
  return (
    <div className={styles.sign}>
      <p>
        <strong>{t('update.title')}</strong> {t('update.text')}
      </p>
      <Button onClick={serviceWorker.useNewVersion}>{t('update.reload')}</Button>
    </div>
  )
}
