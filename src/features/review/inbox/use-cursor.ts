import { useState } from 'react'

/**
 * The comment in the list that keys are about. When a filter no longer shows it, the one that comes into its place takes
 * over: who marks one after the other as done need not look for the next.
 */
export function useCursor(ids: readonly string[], openId: string | null) {
  const [place, setPlace] = useState<{ id: string; index: number } | null>(null)
  const wanted = place?.id ?? openId
  const found = wanted === null ? -1 : ids.indexOf(wanted)
  const index = found >= 0 ? found : Math.min(place?.index ?? -1, ids.length - 1)
  // The place that is remembered follows the list.
  if (place && found >= 0 && found !== place.index) setPlace({ id: place.id, index: found })
  return {
    /** -1 before anything is chosen. */
    index,
    id: ids[index] ?? null,
    set: (id: string) => setPlace({ id, index: ids.indexOf(id) }),
  }
}
