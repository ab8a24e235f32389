import { setTimeout } from 'node:timers/promises'
import { FirebaseError, initializeApp } from 'firebase/app'
import {
  connectFirestoreEmulator,
  type Firestore,
  getFirestore,
  setLogLevel,
  type WriteBatch,
  writeBatch,
} from 'firebase/firestore/lite'
import { DEMO_PROJECT } from '../../../scripts/lib/paths.ts'

// Every fault that is injected would be logged, with the whole request.
setLogLevel('silent')

// What src/data/commit.ts, bring-about.ts and timetable.ts do, without a browser for each of a thousand people.

/** How often one batch is sent before it goes back into the outbox. */
export const TRIES = 5
const FIRST_WAIT_MS = 400

// In the product a limit makes everything wait a quarter of an hour, and nothing is ever given up for such a reason.
const OUTBOX_MS = 15_000
const ROUNDS = 20
/** After a refusal for which what is stored gives no reason; after the last the product gives it back. */
const REFUSED_MS = [2_000, 10_000]

const MAY_PASS = new Set(['aborted', 'unknown', 'unavailable', 'resource-exhausted', 'deadline-exceeded', 'internal'])

const codeOf = (error: unknown): string | null => (error instanceof FirebaseError ? error.code : null)

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

/** How it went with all batches of a crowd. */
export type Load = {
  batches: number
  retries: number
  mostTries: number
  returned: number
  refused: number
  mostRounds: number
  lost: number
}

export const noLoad = (): Load => ({
  batches: 0,
  retries: 0,
  mostTries: 0,
  returned: 0,
  refused: 0,
  mostRounds: 0,
  lost: 0,
})

type Deed<Stored> = {
  /** What is stored now. */
  read(): Promise<Stored>
  isDone(stored: Stored): boolean
  write(batch: WriteBatch, stored: Stored): void
}

/** Sends a batch, again where Firestore asks for it. */
async function commit(db: Firestore, fill: (batch: WriteBatch) => void, load: Load): Promise<void> {
  for (let tried = 1; ; tried++) {
    load.mostTries = Math.max(load.mostTries, tried)
    const batch = writeBatch(db)
    fill(batch)
    try {
      return await batch.commit()
    } catch (error) {
      if (codeOf(error) !== 'aborted' || tried === TRIES) throw error
      load.retries += 1
      await setTimeout(Math.random() * FIRST_WAIT_MS * 2 ** (tried - 1))
    }
  }
}

/**
 * Makes what is stored as it is wanted, as the outbox does: looked at first, so that what has arrived although its answer
 * was lost is not done twice; and taken out again after a while, where it was not served or refused without a reason.
 * @throws what the rules refuse all the same
 */
export async function arrive<Stored>(db: Firestore, { read, isDone, write }: Deed<Stored>, load: Load): Promise<void> {
  load.batches += 1
  let refusals = 0
  for (let round = 1; round <= ROUNDS; round++) {
    load.mostRounds = Math.max(load.mostRounds, round)
    try {
      const stored = await read()
      if (!isDone(stored)) await commit(db, (batch) => write(batch, stored), load)
      return
    } catch (error) {
      const code = codeOf(error) ?? ''
      const isRefusal = code === 'permission-denied'
      const pause = isRefusal ? REFUSED_MS[refusals++] : (OUTBOX_MS * (2 + 2 * Math.random())) / 3
      if (pause === undefined || !(isRefusal || MAY_PASS.has(code))) throw error
      load[isRefusal ? 'refused' : 'returned'] += 1
      await setTimeout(pause)
    }
  }
  load.lost += 1
}
