import { useEffect } from 'react'

/**
 * Says that all of a prerendered page is alive, or that there is something else in its place: what was pressed before is
 * pressed now, and from now on React hears of what is pressed (scripts/lib/life.html).
 */
export function useAlive(): void {
  useEffect(() => void dispatchEvent(new Event('alive')), [])
}
