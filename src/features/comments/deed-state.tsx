import { useSyncExternalStore } from 'react'
import { useTranslation } from 'react-i18next'
import { connection } from '#data/connection.ts'
import type { Me } from '#data/me.ts'
import type { OutboxEntry } from '#data/outbox.ts'
import { type DeedState, stateOf } from '#data/outbox-state.ts'
import styles from './waiting-comment.module.css'

type Of = {
  /** One that has not been refused. */
  entry: OutboxEntry
  me: Me | undefined
}

/** Where something is that has not arrived. */
export function useDeedState({ entry, me }: Of): DeedState {
  const isOnline = useSyncExternalStore(connection.subscribe, connection.isOnline, () => true)
  return stateOf(entry, me, isOnline)
}

/** Says where it is, below the comment that somebody changed, withdrew or reported. */
export function DeedStateLine(of: Of) {
  const { t } = useTranslation('outbox')
  const state = useDeedState(of)
  return <p className={styles.state}>{t(`state.${state}`)}</p>
}
