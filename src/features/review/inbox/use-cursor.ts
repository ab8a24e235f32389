import { useState } from 'react'

/**
 * The comment in the list that keys are about. When a filter no longer shows it, the one that comes into its place takes
 * over: who marks one after the other as done need not look for the next.
 */
export function useCursor(ids: readonly string[], openId: string | null) {
  /** As long as nothing was chosen in the list, it is about what is open. */
  const [{ id, index: last }, setPlace] = useState<{ id: string | null; index: number }>({ id: null, index: -1 })
  const wanted = id ?? openId
  const found = wanted === null ? -1 : ids.indexOf(wanted)
  const index = found >= 0 ? found : Math.min(last, ids.length - 1)
  // What is open and has left the list: another stands in its place already.
  const isAway = found < 0 && wanted === openId && openId !== null
  // The place that is remembered follows the list.
  if (found >= 0 && found !== last) setPlace({ id, index: found })
  return {
    /** -1 before anything is chosen. */
    index,
    id: ids[index] ?? null,
    next: isAway ? index : index + 1,
    set: (id: string) => setPlace({ id, index: ids.indexOf(id) }),
  }
}
