import { use, useEffect } from 'react'
import { offlineTextsReady } from '#i18n/i18n.ts'
import { useLang } from '#i18n/use-lang.ts'
import { ConnectionSign } from './connection.tsx'
import { serviceWorker } from './service-worker.ts'
import { UpdateNotice } from './update-notice.tsx'
import { useOnline } from './use-online.ts'

/** What there is to say about the connection and the version, on every page; nothing as long as all is well. */
export function Signs() {
  use(offlineTextsReady(useLang()))
  const isOnline = useOnline()
  useEffect(() => {
    if (import.meta.env.PROD) whenIdle(serviceWorker.register)
  }, [])
  return (
    <>
      <ConnectionSign />
      {isOnline && <UpdateNotice />}
    </>
  )
}

/** After everything the page itself needs: what the service worker fetches must not slow it down. */
function whenIdle(act: () => void): void {
  const idle = () => ('requestIdleCallback' in window ? requestIdleCallback(act) : setTimeout(act))
  if (document.readyState === 'complete') idle()
  else addEventListener('load', idle, { once: true })
}
