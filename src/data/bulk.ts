import { type DataError, toDataError } from './errors.ts'
import { inTime } from './remote.ts'

/** What became of many things that were to be written: which are done, and which failed, each with its reason. */
export type BulkResult = {
  readonly done: string[]
  readonly failed: { readonly id: string; readonly error: DataError }[]
}

/** How many batches are under way at once. */
const LANES = 4

/** What goes wrong for one goes wrong for all that follow: they are not tried. */
const ENDS_ALL = new Set(['offline', 'outdated', 'quota', 'signed-out', 'unknown'])

/**
 * Runs something that writes in many batches: as `remote`, without its limit of time, since each batch has that.
 * @example bulk(() => import('#data/moderation.ts'), ({ hideComments }) => hideComments(chosen, 'abuse', onProgress))
 */
export const bulk = async <Module, Result>(
  load: () => Promise<Module>,
  run: (module: Module) => Promise<Result>,
): Promise<Result> => {
  try {
    return await run(await load())
  } catch (error) {
    throw toDataError(error)
  }
}

type Bulk<T> = {
  readonly items: readonly T[]
  readonly idOf: (item: T) => string
  /** As many as the look-ups of their rules allow: 20 a batch. */
  readonly atOnce: number
  readonly write: (some: readonly T[]) => Promise<void>
  /** Why the rules refused one; null if it had in fact arrived before, and its answer was lost. */
  readonly whyRefused?: (item: T) => Promise<DataError | null>
  readonly onProgress?: ((done: number) => void) | undefined
}

/**
 * Writes many things in batches, several at a time. A batch that is refused is tried one by one, so that those that can
 * be done are; without a connection nothing more is tried.
 */
export async function inBatches<T>(job: Bulk<T>): Promise<BulkResult> {
  const { items, idOf, atOnce, onProgress } = job
  const result: BulkResult = { done: [], failed: [] }
  const batches = Array.from({ length: Math.ceil(items.length / atOnce) }, (_, i) =>
    items.slice(i * atOnce, (i + 1) * atOnce),
  )
  let end: DataError | null = null

  const succeed = (some: readonly T[]) => {
    result.done.push(...some.map(idOf))
    onProgress?.(result.done.length)
  }
  const fail = (some: readonly T[], error: DataError) => {
    result.failed.push(...some.map((item) => ({ id: idOf(item), error })))
  }
  const explain = async (one: T, failure: DataError): Promise<void> => {
    const reason = job.whyRefused ? await job.whyRefused(one).catch(toDataError) : failure
    if (reason) fail([one], reason)
    else succeed([one])
  }
  const attempt = async (some: readonly T[]): Promise<void> => {
    if (end) return fail(some, end)
    try {
      await inTime(() => job.write(some))
      succeed(some)
    } catch (error) {
      const failure = toDataError(error)
      const [one, ...others] = some
      if (ENDS_ALL.has(failure.kind)) {
        end = failure
        fail(some, failure)
      } else if (one !== undefined && others.length === 0) await explain(one, failure)
      else for (const each of some) await attempt([each])
    }
  }
  const lane = async (): Promise<void> => {
    for (let some = batches.shift(); some; some = batches.shift()) await attempt(some)
  }
  await Promise.all(Array.from({ length: LANES }, lane))
  return result
}
