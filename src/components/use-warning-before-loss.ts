import { useEffect } from 'react'

/** What the device does not keep is lost with this page: as long as there is some, the browser asks before it closes. */
export function useWarningBeforeLoss(isAnyUnkept: boolean): void {
  useEffect(() => {
    if (!isAnyUnkept) return
    const ask = (event: BeforeUnloadEvent) => event.preventDefault()
    addEventListener('beforeunload', ask)
    return () => removeEventListener('beforeunload', ask)
  }, [isAnyUnkept])
}
