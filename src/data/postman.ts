import type { Participant } from '#domain/participant.ts'
import { alone } from './alone.ts'
import { connection } from './connection.ts'
import { type DataErrorKind, toDataError } from './errors.ts'
import { outbox } from './outbox.ts'
import type { OutboxEntry } from './outbox-entry.ts'
import { perform } from './perform.ts'
import { isRefusal, isWait, type Refusal, type Wait } from './refusals.ts'
import { currentUser, hasExpired } from './session.ts'
import { createTimetable } from './timetable.ts'

/** What becomes of the things in the outbox. */
export type Heard = {
  /** It has arrived, and leaves the outbox once this is done: read anew what it changes. */
  onArrived(entry: OutboxEntry): void | Promise<void>
  /** It could not be sent now and waits, which is news: it did not wait for this before. */
  onWaits(entry: OutboxEntry, reason: Wait): void
  /** It comes back: the entry stays, refused, until somebody takes it back or throws it away. */
  onRefused(entry: OutboxEntry, reason: Refusal): void
}

/** How a postman gets about; given by tests. */
export type Means = {
  perform: typeof perform
  /** Runs something while no other tab does. */
  alone(send: () => Promise<void>): Promise<unknown>
  hasExpired: typeof hasExpired
  /** Who is signed in at this moment: in another tab somebody else may just have done so. */
  whoIsHere(): Promise<string | null>
}

const MEANS: Means = {
  perform,
  alone,
  hasExpired,
  whoIsHere: async () => (await currentUser())?.uid ?? null,
}

/** Pages may read anew what has changed before the entry goes, but must not hold up the next one. */
const READING_MS = 5000
const AFTER_BREAKDOWN_MS = 15_000
/** Longer than this no timer of a browser can wait. */
const LONGEST_MS = 2 ** 31 - 1

/**
 * Sends what a participant has done, oldest first, one after the other, whenever there is a connection, until it has
 * arrived or is refused.
 * @returns how to stop
 */
export function startPostman(me: Participant, heard: Heard, means: Means = MEANS): () => void {
  const timetable = createTimetable(me.lastComment)
  let stopped = false
  let running = false
  let again = false
  let timer: ReturnType<typeof setTimeout> | undefined

  const mine = () => outbox.look().filter(({ uid, refused }) => uid === me.uid && !refused)
  const next = () => timetable.next(mine())

  const amIHere = async () => (await means.whoIsHere()) === me.uid

  /** @returns why it failed; `somebody-else`: not done, or not as me */
  async function attempt(entry: OutboxEntry): Promise<DataErrorKind | 'somebody-else' | null> {
    try {
      if (!(await amIHere())) return 'somebody-else'
      await means.perform(me, entry.deed)
      return null
    } catch (error) {
      const { kind } = toDataError(error)
      // Of who has gone by their own wish nothing is to be seen.
      if (kind === 'signed-out' && !means.hasExpired()) return 'somebody-else'
      // What is refused to somebody else, who has just signed in, is not refused to its author.
      return isWait(kind) || (await amIHere()) ? kind : 'somebody-else'
    }
  }

  async function arrived(entry: OutboxEntry): Promise<void> {
    timetable.arrived(entry)
    const reading = Promise.resolve(entry).then(heard.onArrived)
    await Promise.race([reading.catch(() => {}), new Promise((resolve) => setTimeout(resolve, READING_MS))])
    outbox.drop(entry)
  }

  function waits(entry: OutboxEntry, reason: Wait): void {
    const isNews = entry.reason !== reason
    if (outbox.mark(entry, { reason, refused: false }) && isNews) heard.onWaits(entry, reason)
  }

  /** What has not been tried waits too, for what another could not be sent for: that has been said, and shows. */
  function hold(reason: Wait): void {
    for (const entry of mine()) outbox.mark(entry, { reason, refused: false })
  }

  function failed(entry: OutboxEntry, kind: DataErrorKind): void {
    const reason = isRefusal(kind) ? kind : 'refused'
    if (kind === 'offline') connection.doubt()
    if (isWait(kind) && timetable.failed(entry, kind)) waits(entry, kind)
    else if (kind === 'refused' && timetable.failed(entry, kind)) waits(entry, 'unknown')
    else if (outbox.mark(entry, { reason, refused: true })) heard.onRefused(entry, reason)
  }

  async function sendOne(entry: OutboxEntry): Promise<void> {
    outbox.setOnItsWay(entry)
    try {
      const failure = await attempt(entry)
      if (failure === 'somebody-else') timetable.pause()
      else if (failure) failed(entry, failure)
      else await arrived(entry)
    } finally {
      outbox.setOnItsWay(null)
    }
  }

  async function sendAll(): Promise<void> {
    for (;;) {
      const { entry, inMs, tooSoon, heldBy } = next()
      for (const waiting of tooSoon) waits(waiting, 'too-soon')
      if (heldBy) hold(heldBy)
      if (stopped) return
      if (!entry) return wakeIn(inMs)
      await sendOne(entry)
    }
  }

  function wakeIn(ms: number): void {
    clearTimeout(timer)
    if (!stopped && ms <= LONGEST_MS) timer = setTimeout(wake, ms)
  }

  async function run(): Promise<void> {
    running = true
    try {
      do {
        again = false
        await means.alone(sendAll)
      } while (again && !stopped)
    } catch {
      wakeIn(AFTER_BREAKDOWN_MS)
    } finally {
      running = false
    }
  }

  function wake(): void {
    if (stopped) return
    if (running) again = true
    else void run()
  }

  const onChange = () => {
    const { entry, inMs, tooSoon, heldBy } = next()
    // Something new may have to wait: that is said, and its time is kept.
    const isNews =
      tooSoon.some(({ reason }) => reason !== 'too-soon') || (heldBy && mine().some(({ reason }) => reason !== heldBy))
    if (entry || isNews) wake()
    else if (!running) wakeIn(inMs)
  }
  const onConnection = () => {
    if (!connection.isOnline()) return
    timetable.connected()
    wake()
  }
  const onVisible = () => {
    if (document.visibilityState !== 'visible' || !connection.isOnline()) return
    timetable.wanted()
    wake()
  }
  const stops = [outbox.subscribe(onChange), connection.subscribe(onConnection)]
  document.addEventListener('visibilitychange', onVisible)
  wake()
  return () => {
    stopped = true
    clearTimeout(timer)
    document.removeEventListener('visibilitychange', onVisible)
    for (const stop of stops) stop()
  }
}
