import { collection, doc, getDoc, getDocs, limit, orderBy, query } from 'firebase/firestore/lite'
import * as v from 'valibot'
import { BUREAUS, TASK_IDS, type Task, type TaskId } from '#domain/plan.ts'
import { DataError } from './errors.ts'
import { db } from './firestore.ts'
import { citations, count, date, parseOrSkip, taskTexts } from './schemas.ts'

const taskSchema = v.object({
  order: count,
  bureau: v.picklist(BUREAUS),
  status: v.picklist(['open', 'closed']),
  // Tasks of before they could close at a date, or cite, have neither.
  turnsAt: v.optional(v.nullable(date), null),
  cited: v.optional(v.record(v.string(), citations), {}),
  revision: count,
  ...taskTexts,
  sample: v.boolean(),
  publishedAt: date,
})

const parseTask = (id: TaskId, data: unknown): Task | null => {
  const fields = parseOrSkip(taskSchema, `tasks/${id}`, data)
  return fields && { id, ...fields }
}

/** One task. Costs 1 read. @throws DataError `missing` if there is none, or none that can be read */
export async function readTask(id: TaskId): Promise<Task> {
  const snapshot = await getDoc(doc(db, 'tasks', id))
  const task = snapshot.exists() ? parseTask(id, snapshot.data()) : null
  if (!task) throw new DataError('missing')
  return task
}

/** The whole plan in its order. Costs a read a task. */
export async function readPlan(): Promise<Task[]> {
  const { docs } = await getDocs(query(collection(db, 'tasks'), orderBy('order'), limit(TASK_IDS.length)))
  return docs.map((snapshot) => parseTask(snapshot.id as TaskId, snapshot.data())).filter((task) => task !== null)
}
