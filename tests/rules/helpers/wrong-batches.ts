import { FirebaseError } from 'firebase/app'
import { POLICY } from '../policy/table.ts'
import { seedWorld } from '../policy/world.ts'
import { admin } from './emulator.ts'
import { type Caller, IN_VAIN, pathOf, type RestWrite, restCommit } from './rest.ts'
import { asSent } from './sent.ts'
import { ANONYMOUS } from './slips.ts'
import { commit } from './writes.ts'
import { collectionOf } from './wrong-values.ts'

/**
 * What a refusal says of a condition that is false, and of one that waits for a document and is asked again. An error in a
 * condition is called by its cause (“Null value error.”, “Function not found error: …”), never by its place alone.
 */
const PLAIN = /(, )?(false|evaluation error at L\d+:\d+) for '\w+' @ L\d+/g
/** Where nothing but waiting is spoken of, a limit of the look-ups may be what refuses. */
const FALSE = /\bfalse for '/

/** @returns nothing if a condition refuses; what was it if something else does, and “passed” if nothing does */
export async function outcomeOf(caller: Caller, writes: readonly RestWrite[]): Promise<string> {
  const failure: unknown = await restCommit(caller, ...writes, IN_VAIN).catch((error: unknown) => error)
  if (!(failure instanceof FirebaseError)) throw failure
  if (failure.code === 'not-found') return 'passed'
  // On a busy machine one may wait too long for the others.
  if (failure.code === 'aborted') return outcomeOf(caller, writes)
  const { message } = (JSON.parse(failure.message) as { error: { message: string } }).error
  if (failure.code === 'permission-denied') {
    const said = message.trim()
    return FALSE.test(said) ? said.replace(PLAIN, '') : `refused by no condition: ${said}`
  }
  // Firestore itself keeps no list in a list.
  return /array value in an array value/.test(message) ? '' : `${failure.code} ${message}`
}

/** Sends a few at a time: who writes the same documents waits for the others. */
export async function inLanes<T>(items: readonly T[], send: (item: T) => Promise<void>): Promise<void> {
  const left = items.values()
  const lane = async () => {
    for (const item of left) await send(item)
  }
  await Promise.all(Array.from({ length: 6 }, lane))
}

/** One document of a batch that is right. */
type Begun = {
  readonly caller: Caller
  /** What the batch does, as the policy table calls it. */
  readonly batch: string
  /** Its collection; of results, which. */
  readonly of: string
  readonly writes: readonly RestWrite[]
  /** Which of the writes. */
  readonly i: number
}

/** Every document of every write that somebody can make, with the world in which they can. */
export async function* documents(): AsyncGenerator<Begun> {
  for (const { what, operations } of POLICY) {
    for (const { name, ask, may, without = [] } of operations) {
      if (ask.kind !== 'write' || may.length === 0) continue
      const uid = may[0] ?? 'nobody'
      const caller = { uid, token: uid === 'anonymous' ? ANONYMOUS : {} }
      await seedWorld()
      const absent = without.map((path) => ({ path, remove: true as const }))
      if (absent.length > 0) await commit(admin(), absent)
      const writes = await asSent(ask.writes(uid))
      for (const [i, write] of writes.entries()) {
        const of = collectionOf(write) === 'results' ? pathOf(write) : collectionOf(write)
        yield { caller, batch: `${what}, ${name}`, of, writes, i }
      }
    }
  }
}
