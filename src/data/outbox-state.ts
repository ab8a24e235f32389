import type { Me } from './me.ts'
import type { OutboxEntry } from './outbox-entry.ts'
import type { Wait } from './refusals.ts'

/**
 * Where something is that has not arrived: on its way, or waiting for what. `not-kept`: waiting, and the device does
 * not keep it, so that it is lost with the page.
 */
export type DeedState = 'sending' | 'not-kept' | Wait

/**
 * Whether an entry may be shown to who is here: their own. With nobody signed in, only what waits because a sign-in has
 * ended by itself: after a sign-out of somebody's own, the next one here may be somebody else. Without a connection it
 * may be that nobody can tell who is here; what was written then is there all the same.
 */
export const isShownTo = ({ uid, reason }: OutboxEntry, me: Me | undefined, isOnline: boolean): boolean => {
  if (me === undefined) return !isOnline
  return me.user === null ? reason === 'signed-out' : me.user.uid === uid
}

/** @param entry one that has not been refused */
export function stateOf(entry: OutboxEntry, me: Me | undefined, isOnline: boolean): DeedState {
  if (me && me.user?.uid !== entry.uid) return 'signed-out'
  if (me && !me.participant) return 'not-joined'
  if (isOnline && (entry.sending || entry.reason === null)) return 'sending'
  if (!entry.kept) return 'not-kept'
  return isOnline ? (entry.reason as Wait) : 'offline'
}
