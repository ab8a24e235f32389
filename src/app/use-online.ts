import { useSyncExternalStore } from 'react'
import { connection } from '#data/connection.ts'

/** Whether there is a connection, as far as this page knows; a prerendered page takes it that there is. */
export const useOnline = (): boolean => useSyncExternalStore(connection.subscribe, connection.isOnline, () => true)
