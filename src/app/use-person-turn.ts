import { useState, useSyncExternalStore } from 'react'
import type { Me } from '#data/me.ts'
import { onSessionChange, signOutsHere } from '#data/session.ts'
import { SIGNED_IN, storage } from '#data/storage.ts'

/**
 * Another one for each person who comes to this page, and when somebody signs out, in another tab too: the key of what holds their words. Whoever
 * signs in keeps what they began, and so does whose sign-in ends by itself.
 */
export function usePersonTurn(me: Me | undefined): string {
  const [{ uid, turn }, setPerson] = useState({ uid: storage.read(SIGNED_IN), turn: 0 })
  const now = me?.user?.uid ?? uid
  if (now !== uid) setPerson({ uid: now, turn: uid === null ? turn : turn + 1 })
  return `${turn} ${useSyncExternalStore(onSessionChange, signOutsHere, signOutsHere)}`
}
