import { hashKey } from '@tanstack/react-query'
import { collection, type DocumentData, doc, getDoc, serverTimestamp } from 'firebase/firestore/lite'
import type { TaskId } from '#domain/plan.ts'
import { publicationId } from '#domain/results.ts'
import { totalsOf } from '#domain/totals.ts'
import { commit } from './commit.ts'
import { DataError, toDataError } from './errors.ts'
import { db } from './firestore.ts'
import { forTasks, readCommonGround, sumBallots, sumStances } from './tallies.ts'
import { readTask } from './tasks.ts'

/** Tries, if the script or another reviewer publishes at the same moment. */
const TRIES = 3

const isSame = (one: unknown, other: unknown) => hashKey([one]) === hashKey([other])

/**
 * Publishes what the tallies say now, as a reviewer, in one batch with an entry in the log. What reviewers cannot count
 * (stances, ballots and comments one by one) stays as the script counted it last. What it reads has a bound, however many people
 * have voted (decision 011), and is read again where somebody else publishes at the same moment.
 * @param reason for the log
 * @returns whether there was something new to publish
 * @throws DataError `missing` before the script has published for the first time
 */
export async function publishResults(uid: string, reason: string): Promise<boolean> {
  let refused: { readonly number: number; readonly failure: DataError } | null = null
  for (let tried = 1; ; tried++) {
    const [snapshot, groundBefore] = await Promise.all([getDoc(current()), getDoc(commonGround())])
    const before = snapshot.data()
    if (!before || !groundBefore.exists()) throw new DataError('missing')
    if (refused && refused.number === before.number) throw refused.failure
    try {
      return await publishAfter(before, groundBefore.get('tasks'), uid, reason)
    } catch (error) {
      const failure = toDataError(error)
      if (failure.kind !== 'refused' || tried === TRIES) throw failure
      refused = { number: before.number, failure }
    }
  }
}

const current = () => doc(db, 'results', 'current')
const commonGround = () => doc(db, 'results', 'common-ground')

async function publishAfter(
  before: DocumentData,
  groundBefore: unknown,
  uid: string,
  reason: string,
): Promise<boolean> {
  const [tallies, ballots, ground] = await Promise.all([
    forTasks((id) => readTally(id, before)),
    sumBallots(),
    forTasks(readCommonGround),
  ])
  const { tasks, stickers } = totalsOf({ tasks: tallies, ballots })
  const isKnown = isSame([tasks, stickers], [before.tasks, before.stickers])
  if (isKnown && isSame(ground, groundBefore)) return false

  const number = before.number + 1
  const entry = doc(collection(db, 'auditLog'))
  const publishedAt = serverTimestamp()
  const publication = { number, publishedAt, logEntry: entry.id, recount: before.recount, tasks, stickers }
  await commit((batch) => {
    batch.set(doc(db, 'results', publicationId(number)), publication)
    batch.set(current(), publication)
    batch.set(commonGround(), { number, publishedAt, tasks: ground })
    batch.set(entry, { action: 'publish-results', target: publicationId(number), byUid: uid, at: publishedAt, reason })
  })
  return true
}

async function readTally(id: TaskId, before: DocumentData) {
  const { revision, status, turnsAt } = await readTask(id)
  // Publications of before they were counted have none by subtask.
  const { voices, subtaskVoices = {} } = before.tasks[id]
  const opening = { status, turnsAt: turnsAt?.toISOString() ?? null }
  return { revision, voices, subtaskVoices, ...opening, stances: await sumStances(id, revision) }
}
