import type { Query, QueryClient } from '@tanstack/react-query'
import { createStore, delMany, entries, get, set } from 'idb-keyval'
import { withSeen } from './seen-comments.ts'

// What anybody may read, kept on this device to be read without a connection. Nothing private is ever put in here:
// only queries whose `meta` says `keep` are. Loaded after the first paint.

/** Raise it when the shape of anything kept changes: what an older version kept is then not shown. */
const VERSION = 3
const MAX_AGE_MS = 30 * 24 * 60 * 60 * 1000
const MAX_ENTRIES = 150
/** How long the network may take before what was kept is shown meanwhile. */
const PATIENCE_MS = 2500

/** `since`: when the oldest part of it was read; `at`: when the newest was. Milliseconds. */
type Entry = { readonly version: number; readonly since: number; readonly at: number; readonly data: unknown }

const store = createStore('madang', 'read')

const isValid = ({ version, since }: Entry, now: number): boolean => version === VERSION && now - since < MAX_AGE_MS

async function keptFor({ queryHash }: Query): Promise<Entry | null> {
  const entry = await get<Entry>(queryHash, store)
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
  const entry = query.state.data === undefined ? await keptFor(query) : null
  // The network may have been faster after all.
  if (!entry || query.state.data !== undefined) return
  query.setData(entry.data, { updatedAt: entry.at, manual: true })
}

async function keep(query: Query): Promise<void> {
  const { data: fresh, dataUpdatedAt: at } = query.state
  const before = query.meta?.keep === 'pages' ? await keptFor(query) : null
  const data = before ? withSeen(fresh, before.data) : fresh
  await set(query.queryHash, { version: VERSION, since: before?.since ?? at, at, data } satisfies Entry, store)
  await tidy()
}

// Storage that is full or forbidden: the page goes on without.
const ifPossible = (act: (query: Query) => Promise<void>) => (query: Query) => void act(query).catch(() => {})
const tryToRestore = ifPossible(restore)
const tryToKeep = ifPossible(keep)

const restoreSoon = (query: Query) => setTimeout(tryToRestore, navigator.onLine ? PATIENCE_MS : 0, query)

/**
 * Keeps what is read, and shows what was kept where there is no connection or the network is slow. The time of a read
 * stays with it, and a failure to read it anew leaves it as it is.
 * @returns how to stop
 */
export function keepReads(client: QueryClient): () => void {
  const cache = client.getQueryCache()
  for (const query of cache.getAll()) {
    if (!query.meta?.keep) continue
    if (query.state.data !== undefined) tryToKeep(query)
    else if (query.state.error) tryToRestore(query)
    else restoreSoon(query)
  }
  return cache.subscribe((event) => {
    if (event.type !== 'updated' || !event.query.meta?.keep) return
    const { query, action } = event
    if (action.type === 'success' && !action.manual) tryToKeep(query)
    else if (action.type === 'failed' || action.type === 'error') tryToRestore(query)
    else if (action.type === 'fetch') restoreSoon(query)
  })
}
