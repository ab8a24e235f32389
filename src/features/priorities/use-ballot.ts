import { useQuery } from '@tanstack/react-query'
import { useEffect, useState, useSyncExternalStore } from 'react'
import { ballotDraft } from '#data/drafts.ts'
import type { Me } from '#data/me.ts'
import { type OutboxEntry, outbox } from '#data/outbox.ts'
import { isShownTo } from '#data/outbox-state.ts'
import { noStickers, type Stickers, sameStickers } from '#domain/ballot.ts'
import type { DeedOf } from '#domain/deed.ts'
import { ballotQuery } from './queries.ts'

/** A ballot in the outbox. */
type BallotEntry = OutboxEntry & { readonly deed: DeedOf<'ballot'> }

/** My ballot, if it has not arrived. */
function useOutboxBallot(me: Me | undefined): BallotEntry | undefined {
  const entries = useSyncExternalStore(outbox.subscribe, outbox.entries, outbox.none)
  return entries.find((entry): entry is BallotEntry => entry.deed.kind === 'ballot' && isShownTo(entry, me, true))
}

/** My stickers: what is stored, over it what has been cast and has not arrived, over that what is being placed. */
export function useBallot(me: Me | undefined) {
  const uid = me?.participant?.uid ?? null
  const stored = useQuery(ballotQuery(uid))
  const entry = useOutboxBallot(me)
  const [draft, setDraft] = useState<Stickers | null>(null)
  const [isKept, setKept] = useState(true)
  // The first view is drawn where nobody knows of drafts.
  useEffect(() => setDraft(ballotDraft.load()), [])

  const waiting = entry && !entry.refused ? entry : undefined
  const cast = waiting?.deed.stickers ?? stored.data?.stickers ?? noStickers()
  const isDraft = draft !== null && !sameStickers(draft, cast)
  const stickers = isDraft ? draft : cast

  const place = (next: Stickers) => {
    setDraft(next)
    if (sameStickers(next, cast)) ballotDraft.clear()
    else setKept(ballotDraft.save(next))
  }
  const send = () => {
    if (uid === null) return
    outbox.put(uid, { kind: 'ballot', stickers })
    ballotDraft.clear()
    setDraft(null)
  }
  /** Takes what came back into the hand again, or leaves it. */
  const takeUp = (again: boolean) => {
    if (!entry) return
    outbox.drop(entry)
    if (again) place(entry.deed.stickers)
  }
  return {
    stickers,
    /** Placed, and not cast yet. */
    isDraft,
    /** Whether this device keeps what is placed. */
    isKept,
    receipt: stored.data ?? null,
    waiting,
    refused: entry?.refused ? entry : undefined,
    place,
    send,
    takeUp,
  }
}

export type BallotInHand = ReturnType<typeof useBallot>
