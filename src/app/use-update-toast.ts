import { useEffect, useRef, useSyncExternalStore } from 'react'
import { useTranslation } from 'react-i18next'
import { showToast } from '#components/toasts.ts'
import { serviceWorker } from './service-worker.ts'

/** Says once that a new version is there, and waits for the person. */
export function useUpdateToast(): void {
  const { t } = useTranslation('offline')
  const isReady = useSyncExternalStore(serviceWorker.subscribe, serviceWorker.isNewVersionReady, () => false)
  const isSaid = useRef(false)
  useEffect(() => {
    if (!isReady || isSaid.current) return
    isSaid.current = true
    showToast({ text: t('update.text'), action: { label: t('update.reload'), run: serviceWorker.useNewVersion } })
  }, [isReady, t])
}
