import { SECONDS_BETWEEN_COMMENTS } from '#domain/comment.ts'
import type { Deed } from '#domain/deed.ts'
import type { Participant } from '#domain/participant.ts'
import { type DataError, type DataErrorKind, toDataError } from './errors.ts'
import { type OutboxEntry, outbox } from './outbox.ts'
import { perform } from './perform.ts'

const TRY_AGAIN_MS = 15_000
const AFTER_QUOTA_MS = 15 * 60_000

/** What ends by itself or by signing in: the entry waits. Anything else would be refused again. */
const PASSING: readonly DataErrorKind[] = ['offline', 'too-soon', 'quota', 'signed-out', 'not-joined']

type Postman = {
  /** Tries to send now what waits. */
  wake(): void
  stop(): void
}

/** The entry that is on its way from this page, if any. */
let onItsWay: OutboxEntry | null = null
export const isOnItsWay = ({ id, at }: OutboxEntry): boolean => onItsWay?.id === id && onItsWay.at === at

/** One tab at a time: whoever holds the lock sends. Without locks (very old browsers) each write is still safe twice. */
const alone = (send: () => Promise<void>): Promise<void> =>
  'locks' in navigator ? navigator.locks.request('madang:outbox', send) : send()

/**
 * Sends what a participant has done, oldest first, one after the other, whenever there is a connection.
 * @param onSent what has arrived; the entry leaves the outbox after this
 */
export function startPostman(me: Participant, onSent: (deed: Deed) => void | Promise<void>): Postman {
  let stopped = false
  let timer: ReturnType<typeof setTimeout> | undefined
  let running = false
  let again = false

  const later = (ms: number) => {
    clearTimeout(timer)
    timer = setTimeout(wake, ms)
  }

  const waiting = () => outbox.entries().find(({ uid, refused }) => uid === me.uid && !refused)

  async function sendOne(entry: OutboxEntry): Promise<DataError | null> {
    onItsWay = entry
    try {
      await perform(me, entry.deed)
      await onSent(entry.deed)
      outbox.drop(entry)
      return null
    } catch (error) {
      return toDataError(error)
    } finally {
      onItsWay = null
    }
  }

  async function sendAll(): Promise<void> {
    for (let entry = waiting(); entry && !stopped; entry = waiting()) {
      const failure = await sendOne(entry)
      if (!failure) continue
      const passes = PASSING.includes(failure.kind)
      outbox.mark(entry, { reason: failure.kind, refused: !passes })
      if (!passes) continue
      if (failure.kind === 'offline') later(TRY_AGAIN_MS)
      if (failure.kind === 'too-soon') later(SECONDS_BETWEEN_COMMENTS * 1000)
      if (failure.kind === 'quota') later(AFTER_QUOTA_MS)
      return
    }
  }

  async function run(): Promise<void> {
    running = true
    do {
      again = false
      await alone(sendAll)
    } while (again && !stopped)
    running = false
  }

  function wake(): void {
    if (stopped) return
    if (running) again = true
    else void run()
  }

  const stopListening = outbox.subscribe(() => waiting() && wake())
  addEventListener('online', wake)
  wake()
  return {
    wake,
    stop() {
      stopped = true
      clearTimeout(timer)
      stopListening()
      removeEventListener('online', wake)
    },
  }
}
