import * as v from 'valibot'
import type { Participant } from '#domain/participant.ts'
import type { TaskId } from '#domain/plan.ts'
import { drawShard, STANCES, type Stance } from '#domain/stance.ts'
import { DataError, toDataError } from './errors.ts'
import { withFirestore } from './firestore.ts'
import { count, date, parseOrSkip, role } from './schemas.ts'
import { readTask } from './tasks.ts'

const stanceSchema = v.object({ value: v.picklist(STANCES), role, shard: count, at: date })

type StanceRecord = v.InferOutput<typeof stanceSchema>

const readRecord = (uid: string, taskId: TaskId, revision: number): Promise<StanceRecord | null> =>
  withFirestore(async ({ db, doc, getDoc }) => {
    const reference = doc(db, 'tasks', taskId, 'revisions', String(revision), 'stances', uid)
    const snapshot = await getDoc(reference)
    return snapshot.exists() ? parseOrSkip(stanceSchema, reference.path, snapshot.data()) : null
  })

/** A person's own stance on a revision of a task, or null. Costs 1 read. */
export const readStance = async (uid: string, taskId: TaskId, revision: number): Promise<Stance | null> =>
  (await readRecord(uid, taskId, revision))?.value ?? null

/**
 * Takes or changes a stance, together with its tally. What is stored is looked at first, so that sending again after
 * a lost answer neither counts twice nor fails.
 * @throws DataError
 */
export async function takeStance(me: Participant, taskId: TaskId, revision: number, value: Stance): Promise<void> {
  try {
    const before = await readRecord(me.uid, taskId, revision)
    if (before?.value === value) return
    const shard = before?.shard ?? drawShard()
    await withFirestore(async ({ db, doc, increment, serverTimestamp, writeBatch }) => {
      const revisionPath = ['tasks', taskId, 'revisions', String(revision)].join('/')
      const batch = writeBatch(db)
      batch.set(doc(db, revisionPath, 'stances', me.uid), { value, role: me.role, shard, at: serverTimestamp() })
      const step = (stance: Stance) => increment(Number(stance === value) - Number(stance === before?.value))
      batch.set(
        doc(db, revisionPath, 'stanceTallies', `${me.role}-${shard}`),
        { role: me.role, agree: step('agree'), unsure: step('unsure'), disagree: step('disagree') },
        { merge: true },
      )
      await batch.commit()
    })
  } catch (error) {
    const failure = toDataError(error)
    if (failure.kind !== 'refused') throw failure
    const task = await readTask(taskId)
    throw task.status === 'closed' ? new DataError('closed', error) : failure
  }
}
