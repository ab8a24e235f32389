import { setTimeout } from 'node:timers/promises'
import { initializeApp } from 'firebase/app'
import { connectFirestoreEmulator, type Firestore, getFirestore, setLogLevel } from 'firebase/firestore/lite'
import { toDataError } from '#data/errors.ts'
import { entryId, type OutboxEntry } from '#data/outbox-entry.ts'
import { perform } from '#data/perform.ts'
import { isWait } from '#data/refusals.ts'
import { createTimetable } from '#data/timetable.ts'
import type { Deed } from '#domain/deed.ts'
import type { Participant } from '#domain/participant.ts'
import { DEMO_PROJECT } from '../../../scripts/lib/paths.ts'
import { askedTooMuch } from './bounds.ts'
import { here, newErrand } from './here.ts'

// Every fault that is injected would be logged, with the whole request.
setLogLevel('silent')

/** How it went with all that a crowd did. */
export type Load = {
  deeds: number
  returned: number
  refused: number
  lost: number
  /** How often one thing was taken out of the outbox, and how many requests were sent for one, at most. */
  mostRounds: number
  mostRequests: number
  /** How often sending something once took more requests than it takes. */
  tooMuch: number
  /** After how long something that could not be sent was sent again, at the soonest; null: nothing was. */
  soonestMs: number | null
}

export const noLoad = (): Load => ({
  deeds: 0,
  returned: 0,
  refused: 0,
  lost: 0,
  mostRounds: 0,
  mostRequests: 0,
  tooMuch: 0,
  soonestMs: null,
})

/** Somebody signed in, with the SDK that the product uses. */
export function clientOf(firestore: string, uid: string): Firestore {
  const [host = '', port] = firestore.split(':')
  const db = getFirestore(initializeApp({ projectId: DEMO_PROJECT }, uid))
  const mockUserToken = {
    sub: uid,
    email: `${uid}@example.com`,
    email_verified: true,
    firebase: { sign_in_provider: 'password' as const },
  }
  connectFirestoreEmulator(db, host, Number(port), { mockUserToken })
  return db
}

/**
 * The outbox of one person: what they do is sent by the product's own code at the times of the product's own timetable.
 * @param patience how many milliseconds of a wait are waited; the rest of it is skipped on the clock of the timetable
 * @returns how to send something, which ends once it has arrived or is given up
 */
export function outboxOf(me: Participant, db: Firestore, patience: number, load: Load): (deed: Deed) => Promise<void> {
  let skipped = 0
  const now = () => performance.now() + skipped
  const timetable = createTimetable(null, now)
  let sent = 0
  return async (deed) => {
    const fresh = { reason: null, refused: false, kept: true, sending: false }
    const entry: OutboxEntry = { id: entryId(me.uid, deed), uid: me.uid, deed, at: ++sent, ...fresh }
    load.deeds += 1
    let requests = 0
    let returnedAt: number | null = null
    for (let round = 1; ; ) {
      const { entry: due, inMs } = timetable.next([entry])
      if (!due) {
        await setTimeout(Math.max(1, Math.min(inMs, patience)))
        skipped += Math.max(0, inMs - patience)
        continue
      }
      load.mostRounds = Math.max(load.mostRounds, round++)
      if (returnedAt !== null) load.soonestMs = Math.min(load.soonestMs ?? Number.POSITIVE_INFINITY, now() - returnedAt)
      const errand = newErrand(db)
      try {
        await here.run(errand, () => perform(me, deed))
        return timetable.arrived(entry)
      } catch (error) {
        const { kind } = toDataError(error)
        load[kind === 'refused' ? 'refused' : 'returned'] += 1
        // After a refusal it is sent again sooner.
        returnedAt = kind === 'refused' ? null : now()
        if ((kind === 'refused' || isWait(kind)) && timetable.failed(entry, kind)) continue
        load.lost += 1
        return
      } finally {
        requests += errand.requests
        load.mostRequests = Math.max(load.mostRequests, requests)
        if (askedTooMuch(errand)) load.tooMuch += 1
      }
    }
  }
}
