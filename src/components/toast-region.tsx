import { Suspense } from 'react'
import { lazily } from './lazily.ts'
import { useToasts } from './toasts.ts'

const ToastList = lazily(async () => (await import('./toast-list.tsx')).ToastList)

/** Where toasts appear: one place on every page, there from the start, so that screen readers listen to it. */
export function ToastRegion() {
  const toasts = useToasts()
  return (
    <div role="status" aria-atomic="false">
      {toasts.length > 0 && (
        <Suspense>
          <ToastList toasts={toasts} />
        </Suspense>
      )}
    </div>
  )
}
