import { doc, getDoc, increment, serverTimestamp } from 'firebase/firestore/lite'
import * as v from 'valibot'
import type { Participant } from '#domain/participant.ts'
import type { TaskId } from '#domain/plan.ts'
import { drawShard, STANCES, type Stance } from '#domain/stance.ts'
import { commit } from './commit.ts'
import { DataError, toDataError } from './errors.ts'
import { db } from './firestore.ts'
import { count, date, parseOrSkip, role } from './schemas.ts'
import { readTask } from './tasks.ts'

const stanceSchema = v.object({ value: v.picklist(STANCES), role, shard: count, at: date })

type StanceRecord = v.InferOutput<typeof stanceSchema>

const stanceRef = (uid: string, taskId: TaskId, revision: number) =>
  doc(db, 'tasks', taskId, 'revisions', String(revision), 'stances', uid)

async function readRecord(uid: string, taskId: TaskId, revision: number): Promise<StanceRecord | null> {
  const reference = stanceRef(uid, taskId, revision)
  const snapshot = await getDoc(reference)
  return snapshot.exists() ? parseOrSkip(stanceSchema, reference.path, snapshot.data()) : null
}

/** A person's own stance on a revision of a task, or null. Costs 1 read. */
export const readStance = async (uid: string, taskId: TaskId, revision: number): Promise<Stance | null> =>
  (await readRecord(uid, taskId, revision))?.value ?? null

/**
 * Takes or changes a stance, together with its tally. What is stored is looked at first, so that sending again after
 * a lost answer neither counts twice nor fails.
 * @throws DataError `closed` if the task takes no more stances
 */
export async function takeStance(me: Participant, taskId: TaskId, revision: number, value: Stance): Promise<void> {
  const before = await readRecord(me.uid, taskId, revision)
  if (before?.value === value) return
  const shard = before?.shard ?? drawShard()
  const stance = stanceRef(me.uid, taskId, revision)
  const tally = doc(db, 'tasks', taskId, 'revisions', String(revision), 'stanceTallies', `${me.role}-${shard}`)
  const step = (counted: Stance) => increment(Number(counted === value) - Number(counted === before?.value))
  const steps = { agree: step('agree'), unsure: step('unsure'), disagree: step('disagree') }
  try {
    await commit((batch) => {
      batch.set(stance, { value, role: me.role, shard, at: serverTimestamp() })
      batch.set(tally, { role: me.role, ...steps }, { merge: true })
    })
  } catch (error) {
    const failure = toDataError(error)
    if (failure.kind === 'refused' && (await readTask(taskId)).status === 'closed') throw new DataError('closed', error)
    throw failure
  }
}
