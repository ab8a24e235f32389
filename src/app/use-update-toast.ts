import { useEffect, useRef, useSyncExternalStore } from 'react'
import { useTranslation } from 'react-i18next'
import { isShown, showToast } from '#components/toasts.ts'
import { serviceWorker } from './service-worker.ts'

/**
 * Says that a new version is there, and waits for the person: once, and again where somebody has put that away and wants a part
 * of the app that is gone (bring.ts).
 */
export function useUpdateToast(): void {
  const { t } = useTranslation('offline')
  const isReady = useSyncExternalStore(serviceWorker.subscribe, serviceWorker.isNewVersionReady, () => false)
  const isSaid = useRef(false)
  const toast = useRef(0)
  useEffect(() => {
    const say = () => {
      if (isShown(toast.current)) return
      const action = { label: t('update.reload'), run: serviceWorker.useNewVersion }
      toast.current = showToast({ text: t('update.text'), action })
    }
    if (isReady && !isSaid.current) say()
    isSaid.current = isReady
    const again = isReady ? say : serviceWorker.look
    addEventListener('outdated', again)
    return () => removeEventListener('outdated', again)
  }, [isReady, t])
}
