import { useEffect, useRef } from 'react'

/**
 * Whether what somebody opened is on the page at the moment of asking, for what ends only after that: where nobody sees in
 * its place what came of it, it has to be told elsewhere.
 */
export function useIsShown(isOpen: boolean): () => boolean {
  const shown = useRef(false)
  useEffect(() => {
    shown.current = isOpen
    return () => {
      shown.current = false
    }
  }, [isOpen])
  return () => shown.current
}
