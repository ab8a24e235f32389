import { SIGNED_IN, storage } from './storage.ts'

/**
 * A browser may put a page away whole and bring it back by its back button. Of what other tabs store meanwhile such a page
 * hears late or never, and so does Firebase in it: whoever signed out there would still be here, with their words and all that
 * they may do. Where somebody else is signed in by then, or nobody, the page begins anew; what was being written is kept
 * (draft-store.ts).
 * @returns how to stop
 */
export function watchComingBack(): () => void {
  let whose = storage.read(SIGNED_IN)
  const putAway = () => {
    whose = storage.read(SIGNED_IN)
  }
  const comeBack = ({ persisted }: PageTransitionEvent) => {
    if (persisted && storage.read(SIGNED_IN) !== whose) location.reload()
  }
  addEventListener('pagehide', putAway)
  addEventListener('pageshow', comeBack)
  return () => {
    removeEventListener('pagehide', putAway)
    removeEventListener('pageshow', comeBack)
  }
}
