import { type RefObject, useEffect, useRef, useState } from 'react'

/** How far below the screen something may be when it is made ready. */
const AHEAD = '600px 0px'

/**
 * Whether an element is on the screen, or nearly, or has been: what is further down can wait until somebody comes.
 * Where the browser cannot tell, everything is near.
 */
export function useNear<E extends Element>(): [RefObject<E | null>, boolean] {
  const element = useRef<E>(null)
  const [near, setNear] = useState(false)
  useEffect(() => {
    if (near || !element.current) return
    if (!('IntersectionObserver' in window)) return setNear(true)
    // Several at once where the page moved before it could tell: any of them will do.
    const look = (seen: readonly IntersectionObserverEntry[]) => {
      if (seen.some(({ isIntersecting }) => isIntersecting)) setNear(true)
    }
    const observer = new IntersectionObserver(look, { rootMargin: AHEAD })
    observer.observe(element.current)
    return () => observer.disconnect()
  }, [near])
  return [element, near]
}
