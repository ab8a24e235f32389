import { DataError, toDataError } from './errors.ts'
import { painted } from './painted.ts'

export type FirestoreSdk = typeof import('./firestore-sdk.ts')

/** How long an answer may take before it counts as lost; every write is safe to send again. */
const PATIENCE_MS = 15_000

let loading: Promise<FirestoreSdk> | null = null

/** Firestore, loaded the first time it is needed and never before the first paint. */
async function sdk(): Promise<FirestoreSdk> {
  loading ??= painted().then(() => import('./firestore-sdk.ts'))
  try {
    return await loading
  } catch (error) {
    loading = null
    throw error
  }
}

/**
 * Runs one exchange with Firestore.
 * @throws DataError whatever goes wrong: no connection, no answer in time, a refusal
 */
export async function withFirestore<T>(exchange: (sdk: FirestoreSdk) => Promise<T>): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined
  const lost = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new DataError('offline')), PATIENCE_MS)
  })
  try {
    return await Promise.race([sdk().then(exchange), lost])
  } catch (error) {
    throw toDataError(error)
  } finally {
    clearTimeout(timer)
  }
}
