import { useSyncExternalStore } from 'react'

const never = () => () => {}

/** False in a prerendered page and while it is being hydrated, true from then on and wherever nothing is prerendered. */
export const useHydrated = (): boolean =>
  useSyncExternalStore(
    never,
    () => true,
    () => false,
  )
