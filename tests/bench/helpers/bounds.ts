import type { Load } from './arriving.ts'
import type { Shares } from './faults.ts'
import type { Errand } from './here.ts'

// How often the product may try. Chance decides what fails, so the bounds are what a sound product exceeds once in a million runs.

const ONCE = 1 / 1_000_000

/** Each time a thing is sent: what is there is read, and a batch is sent, or after a lost answer the other way round. */
const REQUESTS = 2
/** As often is a batch sent before it goes back into the outbox, if Firestore asks to try again (`commit.ts`). */
const BATCH_TRIES = 5
/** After a refusal: what is there now, another batch and its outcome, and why, from three documents. */
const AFTER_REFUSAL = 6

/** At the soonest: 15 seconds after what found no connection, a third less by chance (`timetable.ts`); a limit lasts longer. */
const SOONEST_MS = 10_000

/** Whether more was asked than sending a thing once takes: something is tried in a circle that has no end. */
export const askedTooMuch = ({ requests, contended, refused }: Errand): boolean =>
  requests > REQUESTS + Math.min(contended, BATCH_TRIES - 1) + refused * AFTER_REFUSAL

/** How probable it is that a thing goes back into the outbox: its reading fails, one try of its batch does, or all are in vain. */
function chanceOfReturn({ faults, contended }: Shares): number {
  const again = (1 - faults) * contended
  let batch = again ** BATCH_TRIES
  for (let tried = 0; tried < BATCH_TRIES; tried++) batch += faults * again ** tried
  return 1 - (1 - faults) * (1 - batch)
}

/** How often one of so many things may be taken out of the outbox: of a million times as many, one goes back that often. */
export function roundsAtMost(shares: Shares, deeds: number): number {
  return Math.max(1, Math.ceil(Math.log(ONCE / deeds) / Math.log(chanceOfReturn(shares))))
}

/** How often all of them together may go back, each until it arrives: failures before so many successes, added up. */
export function returnsAtMost(shares: Shares, deeds: number): number {
  const chance = chanceOfReturn(shares)
  let logOfExactly = deeds * Math.log(1 - chance)
  let sum = Math.exp(logOfExactly)
  let returns = 0
  while (sum < 1 - ONCE) {
    logOfExactly += Math.log(chance * (deeds + returns)) - Math.log(returns + 1)
    returns += 1
    sum += Math.exp(logOfExactly)
  }
  return returns
}

/** Where more was tried than what failed is a reason for, or sooner, in words. */
export function unbounded(what: string, load: Load, shares: Shares): string[] {
  const [rounds, returns] = [roundsAtMost(shares, load.deeds), returnsAtMost(shares, load.deeds)]
  const gone = load.returned + load.refused
  return [
    ...(load.mostRounds > rounds ? [`${what}: taken out of the outbox ${load.mostRounds} times, not ${rounds}`] : []),
    ...(gone > returns ? [`${what}: went back ${gone} times, not ${returns}`] : []),
    ...(load.soonestMs !== null && load.soonestMs < SOONEST_MS
      ? [`${what}: sent again after ${Math.round(load.soonestMs)} ms`]
      : []),
    ...(load.tooMuch > 0 ? [`${what}: more requests than it takes, ${load.tooMuch} times`] : []),
  ]
}
