import { newSlipToken, type SlipTerms } from '#domain/slip.ts'
import { onStoredElsewhere, storage } from './storage.ts'

/**
 * Slips being issued. The tokens are drawn beforehand and kept on the device, so that what was cut off half-way goes on
 * with the same ones and none is issued twice.
 */
export type SlipJob = {
  readonly uid: string
  readonly purpose: string
  readonly terms: SlipTerms
  readonly tokens: readonly string[]
  /** The entry of the log under which they were being issued last, and since when, in milliseconds. */
  readonly entry: { readonly id: string; readonly at: number } | null
}

/** Another name for another shape. */
const KEY = 'slip-job'

/** Where the device keeps nothing, the job lives as long as the page. */
let unkept: SlipJob | null = null

/** The one job that was begun on this device and has not been finished. */
export const slipJob = {
  load(uid: string): SlipJob | null {
    if (unkept?.uid === uid) return unkept
    try {
      const kept = JSON.parse(storage.read(KEY) ?? 'null') as SlipJob | null
      if (kept?.uid !== uid) return null
      // A date is a text in JSON. A former shape knew its entry by another name: such a job goes on under a new one.
      return { ...kept, entry: kept.entry ?? null, terms: { ...kept.terms, expiresAt: new Date(kept.terms.expiresAt) } }
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
  /** Calls back when another tab has begun a job, gone on with it, finished it or given it up. @returns how to stop */
  watch: (changed: () => void): (() => void) => onStoredElsewhere(KEY, changed),
}

export const newSlipJob = (uid: string, terms: SlipTerms, purpose: string, number: number): SlipJob => ({
  uid,
  terms,
  purpose,
  tokens: Array.from({ length: number }, newSlipToken),
  entry: null,
})
