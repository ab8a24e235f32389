import { type ComponentType, Suspense, useEffect, useState } from 'react'
import { PartBoundary } from '#components/part-boundary.tsx'
import { painted } from '#data/painted.ts'

/** Twice as long after each time that it did not come, up to a minute. */
const FIRST_REST_MS = 5000
const LONGEST_REST_MS = 60_000

/**
 * Something that a page does without at first: loaded once the page has been painted, and nothing until then. What does not
 * come is asked for again: nobody could ask for it by a press.
 */
export function Later({ load }: { load: () => Promise<ComponentType> }) {
  const [Loaded, setLoaded] = useState<ComponentType | null>(null)
  useEffect(() => {
    let isGone = false
    let rest = FIRST_REST_MS
    let timer: ReturnType<typeof setTimeout> | undefined
    const ask = async () => {
      const component = await load().catch(() => null)
      if (component) setLoaded(() => component)
      if (component || isGone) return
      timer = setTimeout(again, rest)
      addEventListener('online', again, { once: true })
      rest = Math.min(rest * 2, LONGEST_REST_MS)
    }
    const stop = () => {
      clearTimeout(timer)
      removeEventListener('online', again)
    }
    const again = () => {
      stop()
      void ask()
    }
    painted().then(ask)
    return () => {
      isGone = true
      stop()
    }
  }, [load])
  return (
    <PartBoundary instead={null}>
      <Suspense>{Loaded && <Loaded />}</Suspense>
    </PartBoundary>
  )
}
