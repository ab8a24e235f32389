import { type OutboxEntry, outbox } from './outbox.ts'
import { storage, storedKeys } from './storage.ts'

// What a person leaves behind on a device when they sign out.

const DRAFT = 'draft:'
/** Answers while joining and the slip for it: nothing that anybody would miss. */
const OF_JOINING = ['draft:join', 'draft:slip']

/** What somebody did here that has not arrived. */
export const waitingOf = (uid: string, entries: readonly OutboxEntry[] = outbox.entries()): readonly OutboxEntry[] =>
  entries.filter((entry) => entry.uid === uid)

/** A sign-in has ended by itself: all that waits of this person waits for it, and is shown while nobody is signed in. */
export function waitForSignIn(uid: string): void {
  for (const entry of waitingOf(uid, outbox.look())) {
    if (!entry.refused) outbox.mark(entry, { reason: 'signed-out', refused: false })
  }
}

/** Whether something begun is kept on this device; drafts say nothing of whose they are. */
export const hasDrafts = (): boolean => storedKeys(DRAFT).some((key) => !OF_JOINING.includes(key))

/** Removes every draft from this device, and what of this person has not arrived. */
export function clearDevice(uid: string): void {
  for (const key of storedKeys(DRAFT)) storage.remove(key)
  for (const entry of waitingOf(uid)) outbox.drop(entry)
}
