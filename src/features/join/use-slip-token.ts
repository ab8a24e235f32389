import { useEffect, useState } from 'react'
import { useSearchParams } from 'react-router-dom'
import { slipDraft } from '#data/drafts.ts'
import { parseSlip } from '#domain/slip.ts'

type Slip = {
  /** The token somebody came with, now or before; null for none. */
  readonly token: string | null
  /** What stands in the address in place of one; null if nothing speaks of slips there. */
  readonly typed: string | null
  /** Whether this device remembers it. If it does not, it would not remember who joined either. */
  readonly isKept: boolean
  readonly bring: (token: string) => void
  /** It has been used, or is given up. */
  readonly forget: () => void
}

/**
 * The slip of a QR code or of this device. It leaves the address as soon as the device keeps it: addresses are sent
 * along, stay in histories and stand on screens that a class sees.
 */
export function useSlipToken(): Slip {
  const [search, setSearch] = useSearchParams()
  const typed = search.get('slip')
  const fromAddress = typed === null ? null : parseSlip(typed)
  const [held, setHeld] = useState(() => slipDraft.load()?.token ?? null)
  const [isKept, setKept] = useState(true)

  const putIntoAddress = (token: string | null) => {
    if (typed === token) return
    const changed = new URLSearchParams(search)
    if (token === null) changed.delete('slip')
    else changed.set('slip', token)
    setSearch(changed, { replace: true })
  }
  const bring = (token: string) => {
    const kept = slipDraft.save({ token })
    setHeld(token)
    setKept(kept)
    putIntoAddress(kept ? null : token)
  }
  useEffect(() => {
    if (fromAddress !== null && isKept) bring(fromAddress)
  })

  return {
    token: fromAddress ?? (typed === null ? held : null),
    typed,
    isKept,
    bring,
    forget() {
      slipDraft.clear()
      setHeld(null)
      putIntoAddress(null)
    },
  }
}
