import { useQueryClient } from '@tanstack/react-query'
import { use, useEffect } from 'react'
import { ToastRegion } from '#components/toast-region.tsx'
import { connection } from '#data/connection.ts'
import { keepReads } from '#data/device-store.ts'
import { pageTextsReady } from '#i18n/page-texts.ts'
import { useLang } from '#i18n/use-lang.ts'
import { ConnectionSign } from './connection.tsx'
import { serviceWorker } from './service-worker.ts'
import { useUpdateToast } from './use-update-toast.ts'

/**
 * Reading without a connection, and what there is to say about the connection and the version: nothing as long as all
 * is well; and where toasts appear. Loaded after the first paint.
 */
export function Signs() {
  use(pageTextsReady(useLang(), 'offline'))
  const client = useQueryClient()
  useEffect(() => {
    const stops = [connection.watch(client), keepReads(client)]
    return () => {
      for (const stop of stops) stop()
    }
  }, [client])
  useEffect(() => {
    if (import.meta.env.PROD) whenIdle(serviceWorker.register)
  }, [])
  useUpdateToast()
  return (
    <>
      <ConnectionSign />
      <ToastRegion />
    </>
  )
}

/** After everything the page itself needs: what the service worker fetches must not slow it down. */
function whenIdle(act: () => void): void {
  const idle = () => ('requestIdleCallback' in window ? requestIdleCallback(act) : setTimeout(act))
  if (document.readyState === 'complete') idle()
  else addEventListener('load', idle, { once: true })
}
