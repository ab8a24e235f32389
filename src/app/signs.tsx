import { useQuery, useQueryClient } from '@tanstack/react-query'
import { type ComponentType, Suspense, use, useEffect, useRef, useState, useSyncExternalStore } from 'react'
import { PartBoundary } from '#components/part-boundary.tsx'
import { ToastRegion } from '#components/toast-region.tsx'
import { dismissUndos } from '#components/toasts.ts'
import { watchComingBack } from '#data/coming-back.ts'
import { connection } from '#data/connection.ts'
import { keepReads } from '#data/device-store.ts'
import { meQuery } from '#data/me.ts'
import { shelf } from '#data/outbox-shelf.ts'
import { onSessionChange, signOutsHere } from '#data/session.ts'
import { pageTextsReady } from '#i18n/page-texts.ts'
import { useLang } from '#i18n/use-lang.ts'
import { ConnectionSign } from './connection.tsx'
import { serviceWorker } from './service-worker.ts'
import { useUpdateToast } from './use-update-toast.ts'

/**
 * Reading without a connection, and what there is to say about the connection, the version and the outbox: nothing as
 * long as all is well; and where toasts appear. Loaded after the first paint.
 */
export function Signs() {
  use(pageTextsReady(useLang(), 'offline'))
  const client = useQueryClient()
  useEffect(() => {
    const stops = [connection.watch(client), keepReads(client), watchComingBack()]
    return () => {
      for (const stop of stops) stop()
    }
  }, [client])
  useEffect(() => {
    if (import.meta.env.PROD) whenIdle(serviceWorker.register)
  }, [])
  const signOuts = useSyncExternalStore(onSessionChange, signOutsHere, signOutsHere)
  const seen = useRef(signOuts)
  useEffect(() => {
    if (seen.current !== signOuts) dismissUndos()
    seen.current = signOuts
  }, [signOuts])
  useUpdateToast()
  const Keeper = useKeeper()
  return (
    <>
      <ConnectionSign />
      <ToastRegion />
      {Keeper && (
        <PartBoundary instead={null}>
          <Suspense>
            <Keeper />
          </Suspense>
        </PartBoundary>
      )}
    </>
  )
}

/** Who has something to send, or may soon have: readers do without. Where it does not come, again with a connection. */
function useKeeper(): ComponentType | null {
  const lang = useLang()
  const { data: me } = useQuery(meQuery)
  const isEmpty = useSyncExternalStore(shelf.subscribe, shelf.isEmpty, () => true)
  const [Keeper, setKeeper] = useState<ComponentType | null>(null)
  const isWanted = !Keeper && (Boolean(me?.participant) || !isEmpty)
  useEffect(() => {
    if (!isWanted) return
    // With what it says things in: the first thing to say may be that there is no connection.
    const load = () =>
      Promise.all([import('./keeper.tsx'), import('#components/toast-list.tsx'), pageTextsReady(lang, 'outbox')]).then(
        ([loaded]) => setKeeper(() => loaded.Keeper),
        () => {},
      )
    addEventListener('online', load)
    void load()
    return () => removeEventListener('online', load)
  }, [isWanted, lang])
  return Keeper
}

/** After everything the page itself needs: what the service worker fetches must not slow it down. */
function whenIdle(act: () => void): void {
  const idle = () => ('requestIdleCallback' in window ? requestIdleCallback(act) : setTimeout(act))
  if (document.readyState === 'complete') idle()
  else addEventListener('load', idle, { once: true })
}
