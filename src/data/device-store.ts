import type { Query } from '@tanstack/react-query'
import { createStore, delMany, entries, get, set } from 'idb-keyval'

// What anybody may read, kept on this device to be read without a connection. Nothing private is ever put in here:
// only queries whose `persister` is in kept.ts are. Loaded after the first paint.

/** Raise it when the shape of anything kept changes: what an older version kept is then not shown. */
const VERSION = 1
const MAX_AGE_MS = 30 * 24 * 60 * 60 * 1000
const MAX_ENTRIES = 150
/** How long the network may take before what was kept is shown meanwhile. */
const PATIENCE_MS = 2500

type Entry = { readonly version: number; readonly at: number; readonly data: unknown }

/** What of an older read is kept beside a newer one. */
type Merge = (fresh: unknown, kept: unknown) => unknown

const store = createStore('madang', 'read')

const isValid = ({ version, at }: Entry, now: number): boolean => version === VERSION && now - at < MAX_AGE_MS

async function keptFor(hash: string): Promise<Entry | null> {
  const entry = await get<Entry>(hash, store)
  return entry && isValid(entry, Date.now()) ? entry : null
}

let tidied = false

/** Once a visit: away with what is too old, of another version, or too much. */
async function tidy(): Promise<void> {
  if (tidied) return
  tidied = true
  const now = Date.now()
  const all = await entries<string, Entry>(store)
  const newestFirst = all.filter(([, entry]) => isValid(entry, now)).sort(([, a], [, b]) => b.at - a.at)
  const staying = new Set(newestFirst.slice(0, MAX_ENTRIES).map(([hash]) => hash))
  await delMany(
    all.map(([hash]) => hash).filter((hash) => !staying.has(hash)),
    store,
  )
}

async function restore(query: Query): Promise<void> {
  const entry = await keptFor(query.queryHash)
  // The network may have been faster after all, or the page may have come with something newer.
  if (entry && entry.at > query.state.dataUpdatedAt) query.setData(entry.data, { updatedAt: entry.at, manual: true })
}

async function keep(hash: string, fresh: unknown, merge?: Merge): Promise<void> {
  const before = merge && (await keptFor(hash))
  const data = merge && before ? merge(fresh, before.data) : fresh
  await set(hash, { version: VERSION, at: Date.now(), data } satisfies Entry, store)
  await tidy()
}

const after = (ms: number) => new Promise<null>((resolve) => setTimeout(resolve, ms, null))

/**
 * Goes along with a read: shows what was kept if there is no connection or the network is slow, and keeps what arrives.
 * @param reading what the network brings, or its failure
 */
export async function follow(query: Query, reading: Promise<unknown>, merge?: Merge): Promise<void> {
  const arriving = reading.then(
    (data) => ({ data }),
    () => null,
  )
  const inTime = navigator.onLine ? await Promise.race([arriving, after(PATIENCE_MS)]) : null
  if (!inTime) await restore(query)
  const arrived = inTime ?? (await arriving)
  if (arrived) await keep(query.queryHash, arrived.data, merge)
}
