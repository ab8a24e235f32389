import { useState } from 'react'
import type { Me } from '#data/me.ts'
import { hasExpired, lastUid } from '#data/session.ts'

/**
 * How often another person has come to this page, or the one who was here has signed out: a key for what holds their words.
 * Whoever signs in, or whose sign-in ends by itself, stays who they are.
 */
export function usePersonTurn(me: Me | undefined): number {
  const [{ uid, turn }, setPerson] = useState<{ uid: string | null; turn: number }>({ uid: null, turn: 0 })
  const now = me?.user?.uid ?? (me === undefined ? uid : hasExpired() ? lastUid() : null)
  if (now !== uid) setPerson({ uid: now, turn: uid === null ? turn : turn + 1 })
  return turn
}
