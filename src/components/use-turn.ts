import { useEffect, useState } from 'react'

/** Longer than this no timer of a browser can wait. */
const LONGEST_MS = 2 ** 31 - 1

/**
 * Draws what uses it anew once a moment has come: a page may stay open until then.
 * @returns another number from then on
 */
export function useTurn(moment: Date | null | undefined): number {
  const [turns, setTurns] = useState(0)
  const at = moment?.getTime() ?? Number.POSITIVE_INFINITY
  useEffect(() => {
    const inMs = at - Date.now()
    // One that came between drawing and now is not past.
    if (inMs < -1000 || inMs > LONGEST_MS) return
    const timer = setTimeout(() => setTurns((before) => before + 1), inMs + 1)
    return () => clearTimeout(timer)
  }, [at])
  return turns
}
