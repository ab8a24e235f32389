import { doc, getDoc, increment, serverTimestamp } from 'firebase/firestore/lite'
import * as v from 'valibot'
import type { Participant } from '#domain/participant.ts'
import type { TaskId } from '#domain/plan.ts'
import { drawShard, STANCES, type Stance } from '#domain/stance.ts'
import { bringAbout } from './bring-about.ts'
import { whyRefused } from './comments.ts'
import { db } from './firestore.ts'
import type { IsLost } from './remote.ts'
import { count, date, parseOrSkip, role } from './schemas.ts'

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
 * Takes or changes a stance, together with its tally. Doing it again after a lost answer finds it done.
 * @throws DataError `closed` if the task takes no more stances, `not-joined` if the person is no participant any more
 */
export async function takeStance(
  me: Participant,
  taskId: TaskId,
  revision: number,
  value: Stance,
  isLost?: IsLost,
): Promise<void> {
  const stance = stanceRef(me.uid, taskId, revision)
  await bringAbout({
    isLost,
    read: () => readRecord(me.uid, taskId, revision),
    isDone: (stored) => stored?.value === value,
    write(batch, stored) {
      const shard = stored?.shard ?? drawShard()
      const tally = doc(db, 'tasks', taskId, 'revisions', String(revision), 'stanceTallies', `${me.role}-${shard}`)
      const step = (counted: Stance) => increment(Number(counted === value) - Number(counted === stored?.value))
      const steps = { agree: step('agree'), unsure: step('unsure'), disagree: step('disagree') }
      batch.set(stance, { value, role: me.role, shard, at: serverTimestamp() })
      batch.set(tally, { role: me.role, ...steps }, { merge: true })
    },
    why: () => whyRefused(taskId, { open: true }),
  })
}
