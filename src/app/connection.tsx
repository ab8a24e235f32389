import { type Query, type QueryClient, useQueryClient } from '@tanstack/react-query'
import { useEffect, useState, useSyncExternalStore } from 'react'
import { useTranslation } from 'react-i18next'
import { connection } from '#data/connection.ts'
import { formatMoment } from '#i18n/format.ts'
import { useLang } from '#i18n/use-lang.ts'
import styles from './signs.module.css'

const TRY_AGAIN_MS = 15_000

/** What this device has kept of a former visit, however short a while ago. */
const isFromBefore = ({ state }: Query) => state.dataUpdatedAt < performance.timeOrigin

/** What could not be read, and what may have changed meanwhile. */
const readAgain = (client: QueryClient) =>
  client.refetchQueries({
    type: 'active',
    predicate: (query) => query.state.error?.kind === 'offline' || query.isStale() || isFromBefore(query),
  })

/** Says that there is no connection, from when what is shown dates, and that nothing written is lost. */
export function ConnectionSign() {
  const { t } = useTranslation('offline')
  const lang = useLang()
  const client = useQueryClient()
  const isOnline = useSyncExternalStore(connection.subscribe, connection.isOnline, () => true)
  const [wasOffline, setWasOffline] = useState(false)
  useEffect(() => {
    if (!isOnline) {
      setWasOffline(true)
      // The browser says when it has a connection again, but not when one that carried nothing carries again.
      const timer = setInterval(() => navigator.onLine && readAgain(client), TRY_AGAIN_MS)
      return () => clearInterval(timer)
    }
    if (wasOffline) void readAgain(client)
    return undefined
  }, [isOnline, wasOffline, client])

  const last = connection.lastAnswer()
  const back = wasOffline ? t('sign.back') : ''
  return (
    <>
      <p role="status" className="visually-hidden">
        {isOnline ? back : `${t('sign.title')} ${t('sign.kept')}`}
      </p>
      {!isOnline && (
        <>
          <p className={styles.sign}>
            <strong>{t('sign.title')}</strong>
          </p>
          <p className={styles.detail}>
            {last ? t('sign.shown', { when: formatMoment(last, lang) }) : t('sign.shownNoTime')} {t('sign.kept')}
          </p>
        </>
      )}
    </>
  )
}
