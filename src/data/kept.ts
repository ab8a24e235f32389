import type { Query, QueryFunction, QueryFunctionContext } from '@tanstack/react-query'
import { painted } from './painted.ts'

/**
 * What a query's `meta` says of keeping it on this device, to be read without a connection: the `whole` of it, or the
 * `pages` of a list of comments, where those seen on former visits stay. For what anybody may read, and nothing else.
 */
export type Keep = 'whole' | 'pages'

async function followed(query: Query, reading: Promise<unknown>, keep: Keep): Promise<void> {
  await painted()
  const [{ follow }, pages] = await Promise.all([
    import('./device-store.ts'),
    keep === 'pages' ? import('./seen-comments.ts') : null,
  ])
  await follow(query, reading, pages?.withSeen)
}

/**
 * The `persister` of every query. Reading goes on as without it; for a query that is kept, the store is loaded beside
 * it, after the first paint. If the device keeps nothing, the page goes on without.
 */
export function persister(read: QueryFunction, context: QueryFunctionContext, query: Query): unknown {
  const reading = read(context)
  const keep = query.meta?.keep
  if (keep) followed(query, Promise.resolve(reading), keep).catch(() => {})
  return reading
}
