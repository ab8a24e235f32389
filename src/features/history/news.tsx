import { lazy, Suspense, useEffect, useState } from 'react'
import { PartBoundary } from '#components/part-boundary.tsx'
import { rememberRevision, seenRevision } from '#data/seen-revisions.ts'
import type { TaskIn } from '#domain/plan.ts'

// Few come back to another text than they left, and to find the differences takes 6 kB.
const ChangedSince = lazy(async () => ({ default: (await import('./changed-since.tsx')).ChangedSince }))

/** What is new in a task since somebody read it here last. */
export function News({ task }: { task: TaskIn }) {
  // As it was when the page opened: on a first visit nothing is new, also where a newer text arrives a moment later.
  const [seen, setSeen] = useState(() => seenRevision(task.id))
  const isNew = seen !== null && seen < task.revision
  // What is new stays marked until it was said that it has been read.
  useEffect(() => {
    if (!isNew) rememberRevision(task.id, task.revision)
  }, [isNew, task.id, task.revision])
  return isNew ? (
    <PartBoundary instead={null}>
      <Suspense>
        <ChangedSince
          task={task}
          seen={seen}
          onRead={() => {
            rememberRevision(task.id, task.revision)
            setSeen(task.revision)
            // The button goes away under the focus.
            document.querySelector('main')?.focus({ preventScroll: true })
          }}
        />
      </Suspense>
    </PartBoundary>
  ) : null
}
