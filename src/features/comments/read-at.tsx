import { useSyncExternalStore } from 'react'
import { useTranslation } from 'react-i18next'
import { connection } from '#data/connection.ts'
import { formatMoment } from '#i18n/format.ts'
import { useLang } from '#i18n/use-lang.ts'

/**
 * Says when comments were read, if they may be older than the page: without a connection, or as long as what was kept
 * on the device on a former visit stands in for them.
 * @param at milliseconds; 0 for what has not been read
 */
export function ReadAt({ at, className }: { at: number; className?: string | undefined }) {
  const { t } = useTranslation('comments')
  const lang = useLang()
  const isOnline = useSyncExternalStore(connection.subscribe, connection.isOnline, () => true)
  if (at === 0 || (isOnline && at >= performance.timeOrigin)) return null
  return <p className={className}>{t('list.readAt', { when: formatMoment(new Date(at), lang) })}</p>
}
