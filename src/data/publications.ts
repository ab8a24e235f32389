import { hashKey } from '@tanstack/react-query'
import { collection, type DocumentData, doc, getDoc, serverTimestamp } from 'firebase/firestore/lite'
import type { TaskId } from '#domain/plan.ts'
import { publicationId } from '#domain/results.ts'
import { totalsOf } from '#domain/totals.ts'
import { commit } from './commit.ts'
import { DataError } from './errors.ts'
import { db } from './firestore.ts'
import { forTasks, readCommonGround, sumBallots, sumStances } from './tallies.ts'
import { readTask } from './tasks.ts'

const isSame = (one: unknown, other: unknown) => hashKey([one]) === hashKey([other])

/**
 * Publishes what the tallies say now, as a reviewer, in one batch with an entry in the log. What reviewers cannot count
 * (stances, ballots and comments one by one) stays as the script counted it last. At most 288 reads, however many people
 * have voted.
 * @param reason for the log
 * @returns whether there was something new to publish
 * @throws DataError `missing` before the script has published for the first time, `refused` if somebody else has
 *   published at the same moment
 */
export async function publishResults(uid: string, reason: string): Promise<boolean> {
  const [current, groundRef] = [doc(db, 'results', 'current'), doc(db, 'results', 'common-ground')]
  const [snapshot, groundBefore] = await Promise.all([getDoc(current), getDoc(groundRef)])
  const before = snapshot.data()
  if (!before || !groundBefore.exists()) throw new DataError('missing')
  const [tallies, ballots, ground] = await Promise.all([
    forTasks((id) => readTally(id, before)),
    sumBallots(),
    forTasks(readCommonGround),
  ])
  const { tasks, stickers } = totalsOf({ tasks: tallies, ballots })
  const isKnown = isSame([tasks, stickers], [before.tasks, before.stickers])
  if (isKnown && isSame(ground, groundBefore.get('tasks'))) return false

  const number = before.number + 1
  const entry = doc(collection(db, 'auditLog'))
  const publishedAt = serverTimestamp()
  const publication = { number, publishedAt, logEntry: entry.id, recount: before.recount, tasks, stickers }
  await commit((batch) => {
    batch.set(doc(db, 'results', publicationId(number)), publication)
    batch.set(current, publication)
    batch.set(groundRef, { number, publishedAt, tasks: ground })
    batch.set(entry, { action: 'publish-results', target: publicationId(number), byUid: uid, at: publishedAt, reason })
  })
  return true
}

async function readTally(id: TaskId, before: DocumentData) {
  const { revision } = await readTask(id)
  const { voices, subtaskVoices } = before.tasks[id]
  return { revision, voices, subtaskVoices, stances: await sumStances(id, revision) }
}
