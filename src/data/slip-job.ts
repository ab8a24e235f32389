import { voidingEntryId } from '#domain/audit.ts'
import { newSlipToken, type Slip, type SlipTerms } from '#domain/slip.ts'
import { remote } from './remote.ts'
import { storage } from './storage.ts'

/** Each slip's rule looks up several documents, and a batch of writes may look up 20. */
const SLIPS_AT_ONCE = 9
/** The rules let an entry of the log speak for ten minutes; the last one is left for what is on its way. */
const ENTRY_SPEAKS_MS = 9 * 60_000

const batches = () => import('./slip-batches.ts')

/**
 * Slips being issued. The tokens are drawn beforehand and kept on the device, so that what was cut off half-way goes on
 * with the same ones and none is issued twice.
 */
export type SlipJob = {
  readonly uid: string
  readonly purpose: string
  readonly terms: SlipTerms
  readonly tokens: readonly string[]
  /** The entries of the log that speak of them, and when each was made, in milliseconds. */
  readonly entries: readonly { readonly id: string; readonly at: number }[]
}

/** Another name for another shape. */
const KEY = 'slip-job'

/** Where the device keeps nothing, the job lives as long as the page. */
let unkept: SlipJob | null = null

/** The one job that was begun on this device and has not been finished. */
export const slipJob = {
  load(uid: string): SlipJob | null {
    if (unkept) return unkept
    try {
      const kept = JSON.parse(storage.read(KEY) ?? 'null') as SlipJob | null
      if (kept?.uid !== uid) return null
      // A date is a text in JSON.
      return { ...kept, terms: { ...kept.terms, expiresAt: new Date(kept.terms.expiresAt) } }
    } catch {
      return null
    }
  },
  save(job: SlipJob): void {
    unkept = storage.write(KEY, JSON.stringify(job)) ? null : job
  },
  clear(): void {
    unkept = null
    storage.remove(KEY)
  },
}

export const newSlipJob = (uid: string, terms: SlipTerms, purpose: string, number: number): SlipJob => ({
  uid,
  terms,
  purpose,
  tokens: Array.from({ length: number }, newSlipToken),
  entries: [],
})

const chunksOf = <T>(items: readonly T[]): T[][] =>
  Array.from({ length: Math.ceil(items.length / SLIPS_AT_ONCE) }, (_, i) =>
    items.slice(i * SLIPS_AT_ONCE, (i + 1) * SLIPS_AT_ONCE),
  )

const slipsUnder = (entry: string, which: 'all' | 'left'): Promise<readonly Slip[]> =>
  remote(batches, ({ readSlips }) => readSlips(entry, which))

/**
 * Issues what is not there yet of a job: under its last entry of the log as long as that speaks, else under a new one.
 * @param onProgress how many are there
 * @returns the batches that the slips are in
 * @throws DataError where it stopped; calling it again with the job as it was saved last goes on from there
 */
export async function issueSlips(job: SlipJob, onProgress: (done: number) => void): Promise<string[]> {
  const found = await Promise.all(job.entries.map(({ id }) => slipsUnder(id, 'all')))
  const there = new Set(found.flat().map(({ token }) => token))
  const last = job.entries.at(-1)
  const speaks = last && Date.now() - last.at < ENTRY_SPEAKS_MS
  const entry = speaks ? last : { id: newSlipToken(), at: Date.now() }
  const entries = speaks ? job.entries : [...job.entries, entry]
  // Before the first write: should its answer be lost, the slips are looked for under this entry.
  slipJob.save({ ...job, entries })
  let isFirst = !speaks || found.at(-1)?.length === 0
  let done = there.size
  onProgress(done)
  for (const tokens of chunksOf(job.tokens.filter((token) => !there.has(token)))) {
    const issue = { uid: job.uid, entry: entry.id, purpose: job.purpose, terms: job.terms }
    await remote(batches, ({ issueSome }) => issueSome(issue, tokens, isFirst))
    isFirst = false
    done += tokens.length
    onProgress(done)
  }
  slipJob.clear()
  return entries.map(({ id }) => id)
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

/**
 * Voids the slips of a batch that nobody has used, under one entry of the log, also where it is called again.
 * @param onProgress how many of those that were left are void now
 * @throws DataError where it stopped; calling it again voids the rest
 */
export async function voidRest(order: VoidingOrder, onProgress: (done: number, all: number) => void): Promise<void> {
  const { batch, uid, reason } = order
  let entry = await begunEntry(order)
  let isTakenUp = entry !== null
  let done = 0
  for (let round = 1; ; round++) {
    const left = (await slipsUnder(batch, 'left')).map(({ token }) => token)
    if (left.length === 0) return
    const all = done + left.length
    try {
      for (const tokens of chunksOf(left)) {
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
