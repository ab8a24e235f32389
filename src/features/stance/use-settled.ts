import { useEffect, useEffectEvent, useState } from 'react'

/** Whoever walks through the choices with the arrow keys has not chosen yet. */
const REST_MS = 600

/**
 * A choice that counts once it has rested for a moment, or when somebody leaves it.
 * @param settle takes the choice that counts
 * @returns `choice` that does not count yet, `choose`, and `leave`, which makes it count at once
 */
export function useSettled<T>(settle: (choice: T) => void) {
  const [choice, setChoice] = useState<T | null>(null)
  const leave = () => {
    if (choice === null) return
    setChoice(null)
    settle(choice)
  }
  const onLeave = useEffectEvent(leave)
  useEffect(() => {
    if (choice === null) return
    const timer = setTimeout(onLeave, REST_MS)
    return () => clearTimeout(timer)
  }, [choice])
  useEffect(() => {
    addEventListener('pagehide', onLeave)
    return () => {
      removeEventListener('pagehide', onLeave)
      onLeave()
    }
  }, [])
  return { choice, choose: setChoice as (choice: T) => void, leave }
}
