import { type ComponentType, Suspense, useEffect, useState } from 'react'
import { PartBoundary } from '#components/part-boundary.tsx'
import { painted } from '#data/painted.ts'

/** Something that a page does without at first: loaded once the page has been painted, and nothing until then. */
export function Later({ load }: { load: () => Promise<ComponentType> }) {
  const [Loaded, setLoaded] = useState<ComponentType | null>(null)
  useEffect(() => {
    painted()
      .then(load)
      .then((component) => setLoaded(() => component))
      .catch(() => {})
  }, [load])
  return (
    <PartBoundary instead={null}>
      <Suspense>{Loaded && <Loaded />}</Suspense>
    </PartBoundary>
  )
}
