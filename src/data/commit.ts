import { type WriteBatch, writeBatch } from 'firebase/firestore/lite'
import { DataError } from './errors.ts'
import { db } from './firestore.ts'
import type { IsLost } from './remote.ts'

const TRIES = 5
/** The first wait is at most so long, each later one at most twice as long as the one before. */
const FIRST_WAIT_MS = 400

const isContended = (error: unknown): boolean =>
  typeof error === 'object' && error !== null && 'code' in error && error.code === 'aborted'

/**
 * Writes one batch. When many people vote in the same second, Firestore may ask to try again (`aborted`, nothing was
 * written): this does, after a random wait.
 * @param fill puts the writes into the batch; called again for each try
 * @param isLost of `remote`: then it is not tried, or not again
 * @throws DataError `offline` where nobody waits for it any more
 */
export async function commit(fill: (batch: WriteBatch) => void, isLost?: IsLost): Promise<void> {
  for (let tried = 1; ; tried++) {
    if (isLost?.()) throw new DataError('offline')
    const batch = writeBatch(db)
    fill(batch)
    try {
      return await batch.commit()
    } catch (error) {
      if (!isContended(error) || tried === TRIES) throw error
      await new Promise((resolve) => setTimeout(resolve, Math.random() * FIRST_WAIT_MS * 2 ** (tried - 1)))
    }
  }
}
