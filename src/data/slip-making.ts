import { voidingEntryId } from '#domain/audit.ts'
import { newSlipToken } from '#domain/slip.ts'
import { toDataError } from './errors.ts'
import { remote } from './remote.ts'
import { type SlipJob, slipJob } from './slip-job.ts'
import { slipTurn } from './slip-turn.ts'

/** Each slip's rule looks up several documents, and a batch of writes may look up 20. */
const SLIPS_AT_ONCE = 9
/** The rules let an entry of the log speak for ten minutes; the last one is left for what is on its way. */
const ENTRY_SPEAKS_MS = 9 * 60_000

const batches = () => import('./slip-batches.ts')

const chunksOf = <T>(items: readonly T[]): T[][] =>
  Array.from({ length: Math.ceil(items.length / SLIPS_AT_ONCE) }, (_, i) =>
    items.slice(i * SLIPS_AT_ONCE, (i + 1) * SLIPS_AT_ONCE),
  )

/**
 * Issues what is not there yet of a job: under its last entry of the log as long as that speaks, else under a new one.
 * @param onProgress how many are there
 * @returns the batches that the slips are in; null where slips are being made in another tab, or others were begun there:
 * nothing was done
 * @throws DataError where it stopped; calling it again goes on from there
 */
export async function issueSlips(job: SlipJob, onProgress: (done: number) => void): Promise<string[] | null> {
  try {
    return await slipTurn.take(() => issueOwn(job, onProgress))
  } catch (error) {
    throw toDataError(error)
  }
}

async function issueOwn(job: SlipJob, onProgress: (done: number) => void): Promise<string[] | null> {
  // With the entry as it was noted last, maybe by another tab.
  const begun = slipJob.load(job.uid) ?? job
  if (begun.tokens[0] !== job.tokens[0]) return null
  slipJob.save(begun)
  try {
    return await issueMissing(begun, onProgress)
  } catch (error) {
    if (toDataError(error).kind !== 'refused') throw error
    // What was on its way from a tab that was closed may have arrived since they were looked for.
    return issueMissing(slipJob.load(job.uid) ?? begun, onProgress)
  }
}

async function issueMissing(job: SlipJob, onProgress: (done: number) => void): Promise<string[]> {
  // Looked for by their tokens: an entry tells neither what another one holds nor whether anything came of it.
  const found = await remote(batches, ({ readIssued }) => readIssued(job.tokens))
  const there = new Set(found.map(({ token }) => token))
  const filled = new Set(found.map(({ batch }) => batch))
  const last = job.entry
  const entry = last && Date.now() - last.at < ENTRY_SPEAKS_MS ? last : { id: newSlipToken(), at: Date.now() }
  // Before the first write: should its answer be lost, the next ones go under this entry. Unless it was taken away meanwhile:
  // what somebody let go of as they signed out does not come back.
  if (slipJob.load(job.uid)) slipJob.save({ ...job, entry })
  let done = there.size
  onProgress(done)
  for (const tokens of chunksOf(job.tokens.filter((token) => !there.has(token)))) {
    const issue = { uid: job.uid, entry: entry.id, purpose: job.purpose, terms: job.terms }
    await remote(batches, ({ issueSome }) => issueSome(issue, tokens, !filled.has(entry.id)))
    filled.add(entry.id)
    done += tokens.length
    onProgress(done)
  }
  slipJob.clear()
  return [...filled]
}

type VoidingOrder = { readonly batch: string; readonly uid: string; readonly reason: string }

/** The entry under which the same was begun a moment ago: its answer was lost, and whoever voids does so again. */
async function begunEntry({ batch, uid, reason }: VoidingOrder): Promise<string | null> {
  const last = await remote(batches, ({ readLastVoiding }) => readLastVoiding(uid))
  const speaks = last?.batch === batch && last.reason === reason && Date.now() - last.at.getTime() < ENTRY_SPEAKS_MS
  return speaks ? last.id : null
}

/** How often somebody may be faster than whoever voids. */
const ROUNDS = 5

/** What came of voiding. @property isStopped whether some are left since somebody stopped it */
export type Voided = { readonly count: number; readonly isStopped: boolean }

/**
 * Voids the slips of a batch that nobody has used, under one entry of the log, also where it is called again.
 * @param onProgress how many of those that were left are void now
 * @param stop once it says so, no more are voided than those that are on their way
 * @throws DataError where it broke off; calling it again, after a stop too, voids the rest
 */
export async function voidRest(
  order: VoidingOrder,
  onProgress: (done: number, all: number) => void,
  stop?: AbortSignal,
): Promise<Voided> {
  const { batch, uid, reason } = order
  let entry = await begunEntry(order)
  let isTakenUp = entry !== null
  let done = 0
  for (let round = 1; ; round++) {
    const left = (await remote(batches, ({ readLeft }) => readLeft(batch))).map(({ token }) => token)
    if (left.length === 0) return { count: done, isStopped: false }
    const all = done + left.length
    try {
      for (const tokens of chunksOf(left)) {
        if (stop?.aborted) return { count: done, isStopped: true }
        const isFirst = entry === null
        const under: string = entry ?? voidingEntryId(batch, tokens[0] ?? '')
        await remote(batches, ({ voidSome }) => voidSome({ uid, entry: under, batch, reason }, tokens, isFirst))
        entry = under
        isTakenUp = false
        done += tokens.length
        onProgress(done, all)
      }
    } catch (error) {
      // A pupil may have used one of them this moment: the others are void all the same.
      const isRefused = error instanceof Error && 'kind' in error && error.kind === 'refused'
      if (!isRefused || round === ROUNDS) throw error
      // Or the device's clock is slow, and the entry has spoken long enough.
      if (isTakenUp) entry = null
      isTakenUp = false
    }
  }
}
