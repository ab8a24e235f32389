import { type RefObject, useEffect, useRef, useState } from 'react'

type FullScreen = { readonly isOn: boolean; toggle(): void }

/** Lets one part of the page fill the screen; null where the browser cannot, and before it is known. */
export function useFullScreen<E extends Element>(): readonly [RefObject<E | null>, FullScreen | null] {
  const part = useRef<E>(null)
  const [isOn, setOn] = useState<boolean | null>(null)
  useEffect(() => {
    if (!document.fullscreenEnabled) return
    const look = () => setOn(document.fullscreenElement === part.current)
    look()
    document.addEventListener('fullscreenchange', look)
    return () => document.removeEventListener('fullscreenchange', look)
  }, [])
  const toggle = () => {
    // Refused, it stays as it is, and the button says so.
    const turned = isOn ? document.exitFullscreen() : part.current?.requestFullscreen()
    turned?.catch(() => {})
  }
  return [part, isOn === null ? null : { isOn, toggle }]
}
