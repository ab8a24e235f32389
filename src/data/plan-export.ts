import { doc, getDoc } from 'firebase/firestore/lite'
import * as v from 'valibot'
import type { Localized } from '#domain/language.ts'
import type { Task } from '#domain/plan.ts'
import { fileTaskOf, PLAN_FORMAT, type PlanFile } from '#domain/plan-file.ts'
import { DataError } from './errors.ts'
import { db } from './firestore.ts'
import { localized, parseOrSkip } from './schemas.ts'
import { readPlan } from './tasks.ts'

const noteSchema = v.object({ changeNote: localized })

/** What is published, as a plan file. Costs two reads a task. @throws DataError `missing` if a revision cannot be read */
export async function readPlanFile(): Promise<PlanFile> {
  const tasks = await readPlan()
  return {
    format: PLAN_FORMAT,
    tasks: await Promise.all(tasks.map(async (task) => fileTaskOf(task, await readChangeNote(task)))),
  }
}

async function readChangeNote({ id, revision }: Task): Promise<Localized> {
  const snapshot = await getDoc(doc(db, 'tasks', id, 'revisions', String(revision)))
  const fields = parseOrSkip(noteSchema, snapshot.ref.path, snapshot.data())
  if (!fields) throw new DataError('missing')
  return fields.changeNote
}
