import { draftKeys, removeDraft } from './draft-store.ts'
import { OF_JOINING, readKey } from './drafts-here.ts'
import { type OutboxEntry, outbox } from './outbox.ts'
import { slipJob } from './slip-job.ts'

// What a person leaves behind on a device when they sign out.

/** What somebody did here that has not arrived. */
export const waitingOf = (uid: string, entries: readonly OutboxEntry[] = outbox.entries()): readonly OutboxEntry[] =>
  entries.filter((entry) => entry.uid === uid)

/** A sign-in has ended by itself: all that waits of this person waits for it, and is shown while nobody is signed in. */
export function waitForSignIn(uid: string): void {
  for (const entry of waitingOf(uid, outbox.look())) {
    if (!entry.refused) outbox.mark(entry, { reason: 'signed-out', refused: false })
  }
}

/** The drafts of this person, and those begun while nobody was signed in, which may be theirs. */
export const draftsOf = (uid: string): readonly string[] =>
  draftKeys().filter((key) => [uid, null].includes(readKey(key).uid))

/** Nor what staff have sent without an answer: its words are a draft, too, as long as they are to be sent. */
const isWords = (name: string): boolean => !OF_JOINING.includes(name) && !name.startsWith('sent:')

/** Whether something that this person began to write is kept on this device. */
export const hasWords = (uid: string): boolean => draftsOf(uid).some((key) => isWords(readKey(key).name))

/** Whether slips that this person began to make are kept on this device, with their numbers: each of them lets somebody in. */
export const hasSlips = (uid: string): boolean => slipJob.load(uid) !== null

/** Whether something that this person began is kept on this device. */
export const hasDrafts = (uid: string): boolean => hasWords(uid) || hasSlips(uid)

/**
 * Removes the drafts of this person from this device, slips they began to make, and what of theirs has not arrived. What
 * others began stays.
 */
export function clearDevice(uid: string): void {
  for (const key of draftsOf(uid)) removeDraft(key)
  for (const entry of waitingOf(uid)) outbox.drop(entry)
  if (hasSlips(uid)) slipJob.clear()
}
