import { doc, getDoc, type WriteBatch } from 'firebase/firestore/lite'
import { commit } from './commit.ts'
import { keyOf } from './draft-store.ts'
import { DataError, toDataError } from './errors.ts'
import { db } from './firestore.ts'
import { newEntryId } from './log-entry.ts'
import { storage } from './storage.ts'

// What staff do and may have arrived without an answer. Sent again, it has the same entry in the log, so that it is done and
// logged once.

type Kept = { readonly what: string; readonly entry: string }

/** Something staff do, on its way. */
export type Sending = {
  /** The id of its entry in the log. */
  readonly entry: string
  /** The same was sent before, and no answer came. */
  readonly isAgain: boolean
  /** An answer came: what is sent next is something else. */
  readonly answered: () => void
}

/**
 * What this page has sent itself. It stays where another tab had the answer, so that who then presses here, too, does it no
 * second time; and where the device keeps nothing.
 */
const sentHere = new Map<string, Kept>()

function load(key: string): Kept | null {
  try {
    return JSON.parse(storage.read(key) ?? 'null')
  } catch {
    return null
  }
}

/**
 * Begins to send something: under the same entry as before where it says the same and no answer came, also after a reload.
 * @param about what it is done to. Of each thing the last one is kept, with the drafts of whoever does it
 */
export function beginSending(byUid: string, about: string, what: unknown): Sending {
  const key = keyOf(`sent:${about}`, byUid)
  const says = JSON.stringify(what)
  const before = [sentHere.get(key), load(key)].find((kept) => kept?.what === says)
  const kept: Kept = before ?? { what: says, entry: newEntryId() }
  sentHere.set(key, kept)
  storage.write(key, JSON.stringify(kept))
  const answered = () => {
    // Something else may be on its way to it by now, from here or from another tab.
    if (sentHere.get(key)?.entry === kept.entry) sentHere.delete(key)
    if (load(key)?.entry === kept.entry) storage.remove(key)
  }
  return { entry: kept.entry, isAgain: before !== undefined, answered }
}

/** Whether there is that entry. Who may not read the log cannot tell: as if there were. */
async function isInLog(entry: string): Promise<boolean> {
  try {
    return (await getDoc(doc(db, 'auditLog', entry))).exists()
  } catch (error) {
    if (toDataError(error).kind === 'refused') return true
    throw error
  }
}

/**
 * Writes one thing with its entry in the log: once, also where it is sent again because no answer came.
 * @param fill puts the writes into the batch
 * @param namedNow the entry that is named by what it is done to
 * @throws DataError `conflict` if it was sent before and is not what stands there: most likely somebody else has changed that
 */
export async function sendOnce(
  { entry, isAgain, answered }: Sending,
  fill: (batch: WriteBatch, entry: string) => void,
  namedNow: () => Promise<unknown>,
): Promise<void> {
  try {
    await commit((batch) => fill(batch, entry))
  } catch (error) {
    const failure = toDataError(error)
    if (failure.kind !== 'refused') throw failure
    // That entry is there already, or it may not be made.
    if ((await namedNow()) !== entry) {
      const isOver = isAgain && (await isInLog(entry))
      answered()
      throw isOver ? new DataError('conflict') : failure
    }
  }
  answered()
}
