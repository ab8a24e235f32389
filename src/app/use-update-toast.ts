import { useEffect, useRef, useSyncExternalStore } from 'react'
import { useTranslation } from 'react-i18next'
import { showToast } from '#components/toasts.ts'
import { serviceWorker } from './service-worker.ts'

/**
 * Says that a new version is there, and waits for the person: once, and again where somebody has put that away and wants a part
 * of the app that is gone (bring.ts).
 */
export function useUpdateToast(): void {
  const { t } = useTranslation('offline')
  const isReady = useSyncExternalStore(serviceWorker.subscribe, serviceWorker.isNewVersionReady, () => false)
  const isSaid = useRef(false)
  useEffect(() => {
    const say = () =>
      showToast({ text: t('update.text'), action: { label: t('update.reload'), run: serviceWorker.useNewVersion } })
    if (isReady && !isSaid.current) say()
    isSaid.current = isReady
    const again = isReady ? say : serviceWorker.look
    addEventListener('outdated', again)
    return () => removeEventListener('outdated', again)
  }, [isReady, t])
}
