import { SECONDS_BETWEEN_COMMENTS } from '#domain/comment.ts'
import { neededComment } from '#domain/deed.ts'
import type { Participant } from '#domain/participant.ts'
import type { OutboxEntry } from './outbox-entry.ts'
import type { Wait } from './refusals.ts'

const BETWEEN_COMMENTS_MS = SECONDS_BETWEEN_COMMENTS * 1000
const OFFLINE_MS = 15_000
const QUOTA_MS = 15 * 60_000
/** Where a school, or the city, is connected again, within so long all of them begin. */
const BACK_WITHIN_MS = 2_000
/** Signing in again starts anew anyway. */
const SIGNED_OUT_MS = 60_000
/** So does the new version, which is told of anew each time. */
const OUTDATED_MS = 15 * 60_000
/** After something nobody knows the reason of; after the last it is given up. */
const UNKNOWN_MS = [5_000, 20_000, 60_000]
/** After a refusal without a reason to be found: a server whose rules fail to look something up refuses, too. */
const REFUSED_MS = [2_000, 10_000]
/** As often may one entry find no connection before the others go on without it. */
const PATIENCE = 3
/** As often may it be too soon, each time after waiting long enough: then that cannot be the reason. */
const TOO_SOON = 4

/** A third shorter or longer: those who could not be served at once must not come back at once. */
const about = (ms: number): number => ms + ((2 * Math.random() - 1) * ms) / 3

const keyOf = ({ id, at }: OutboxEntry) => `${id} ${at}`

export type Next = {
  /** What to send now. */
  readonly entry: OutboxEntry | null
  /** If there is nothing: in how many milliseconds there will be. Infinity: not by itself. */
  readonly inMs: number
  /** Comments that only wait for the time between two comments. */
  readonly tooSoon: readonly OutboxEntry[]
  /** Why everything waits; null if it does not, or if nobody knows. */
  readonly heldBy: Wait | null
}

/**
 * When each thing in the outbox of one person is sent. Times are of a clock that only goes forward, so that the
 * device's own, which may be wrong by a day, decides nothing.
 */
export function createTimetable(lastComment: Participant['lastComment'], now = () => performance.now()) {
  const sinceComment = lastComment ? Date.now() - lastComment.at.getTime() : Number.POSITIVE_INFINITY
  let commentsFrom = now() + Math.min(Math.max(BETWEEN_COMMENTS_MS - sinceComment, 0), BETWEEN_COMMENTS_MS)
  let everythingFrom = 0
  let waitsFor: Wait | 'refused' | null = null
  let heldBy: Wait | null = null
  const from = new Map<string, number>()
  const failures = new Map<string, number>()

  const isStuck = (entry: OutboxEntry) => (failures.get(`offline ${keyOf(entry)}`) ?? 0) >= PATIENCE

  /** Something has to go first: the comment that this is about, or one that was written before it. */
  const isHeldBack = ({ deed }: OutboxEntry, earlier: readonly OutboxEntry[]) =>
    earlier.some((before) => {
      if (before.deed.kind !== 'comment') return false
      return before.deed.comment.id === neededComment(deed) || (deed.kind === 'comment' && !isStuck(before))
    })

  const holdEverything = (until: number, reason: Wait | null) => {
    everythingFrom = until
    heldBy = reason
  }

  /** What waits for a connection need not wait longer than until then. */
  const goOnBy = (moment: number) => {
    if (waitsFor !== 'offline') return
    everythingFrom = Math.min(everythingFrom, moment)
    for (const [key, at] of from) from.set(key, Math.min(at, moment))
  }

  return {
    /** @param entries of this person, not refused, oldest first */
    next(entries: readonly OutboxEntry[]): Next {
      const moment = now()
      const tooSoon: OutboxEntry[] = []
      let earliest = Number.POSITIVE_INFINITY
      for (const [index, entry] of entries.entries()) {
        // One that is the last comment already has arrived, and its answer was lost: it need not wait for itself.
        const isComment = entry.deed.kind === 'comment' && entry.deed.comment.id !== lastComment?.id
        if (isComment && commentsFrom > moment) tooSoon.push(entry)
        if (isHeldBack(entry, entries.slice(0, index))) continue
        const at = Math.max(everythingFrom, from.get(keyOf(entry)) ?? 0, isComment ? commentsFrom : 0)
        if (at <= moment) return { entry, inMs: 0, tooSoon, heldBy: null }
        earliest = Math.min(earliest, at)
      }
      const isHeld = everythingFrom > moment
      return { entry: null, inMs: earliest - moment, tooSoon: isHeld ? [] : tooSoon, heldBy: isHeld ? heldBy : null }
    },

    /** It has arrived. */
    arrived(entry: OutboxEntry): void {
      if (entry.deed.kind === 'comment') commentsFrom = now() + BETWEEN_COMMENTS_MS
      everythingFrom = 0
    },

    /** It has not, for a reason that may pass. @returns whether it is worth trying again */
    failed(entry: OutboxEntry, reason: Wait | 'refused'): boolean {
      const key = keyOf(entry)
      const count = (failures.get(`${reason} ${key}`) ?? 0) + 1
      failures.set(`${reason} ${key}`, count)
      waitsFor = reason
      if (reason === 'too-soon') commentsFrom = now() + BETWEEN_COMMENTS_MS
      if (reason === 'quota') holdEverything(now() + about(QUOTA_MS), reason)
      if (reason === 'signed-out' || reason === 'not-joined') holdEverything(now() + SIGNED_OUT_MS, reason)
      if (reason === 'outdated') holdEverything(now() + OUTDATED_MS, reason)
      if (reason === 'offline') {
        const soon = now() + about(OFFLINE_MS)
        from.set(key, soon)
        // What always fails in this way, while the browser has a connection, must not hold up the rest.
        if (!isStuck(entry) || !navigator.onLine) holdEverything(soon, reason)
      }
      if (reason === 'too-soon') return count < TOO_SOON
      if (reason !== 'unknown' && reason !== 'refused') return true
      const pause = (reason === 'refused' ? REFUSED_MS : UNKNOWN_MS)[count - 1]
      if (pause !== undefined) from.set(key, now() + pause)
      return pause !== undefined
    },

    /** For now nothing can be sent, and nobody knows why. */
    pause(): void {
      holdEverything(now() + OFFLINE_MS, null)
    },

    /** There is a connection again, and probably not for this device alone. */
    connected: (): void => goOnBy(now() + BACK_WITHIN_MS * Math.random()),

    /** Somebody looks, and there is a connection. */
    wanted: (): void => goOnBy(now()),
  }
}
