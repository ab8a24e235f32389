import { isDeepStrictEqual } from 'node:util'
import { AggregateField, FieldValue, type Firestore, type Transaction } from 'firebase-admin/firestore'
import { TASK_IDS, type Task, type TaskId } from '#domain/plan.ts'
import { publishable, type Results, type TaskTally } from '#domain/results.ts'
import { ROLES, type Role } from '#domain/roles.ts'
import type { StanceCounts } from '#domain/stance.ts'
import { UserError } from './cli.ts'
import { pause } from './wait.ts'

type Unpublished = Omit<Results, 'publishedAt'>
type PublishedTask = Pick<Task, 'revision' | 'subtasks'>

/**
 * Adds the tallies up, counts the stances one by one, and publishes what may be published as `results/current`.
 *
 * All of it is read as of one moment, so that a vote cast meanwhile does not show as a difference. Firestore sums and
 * counts by itself and sends numbers only: the sums read at most 32 tallies a group and task however many people have
 * voted; a count costs one read for every thousand stances.
 * @returns whether there was something new to publish
 * @throws UserError if there is no plan yet
 */
export async function publishResults(db: Firestore): Promise<boolean> {
  const current = db.doc('results/current')
  const { results, published } = await db.runTransaction(
    async (transaction) => ({
      results: await readResults(db, transaction),
      published: (await transaction.get(current)).data(),
    }),
    { readOnly: true },
  )
  if (published) {
    const { publishedAt: _, ...before } = published
    if (isDeepStrictEqual(before, results)) return false
  }
  await current.set({ ...results, publishedAt: FieldValue.serverTimestamp() })
  return true
}

/** Publishes again and again until the process ends; rejects as soon as it fails once. */
export async function keepPublishing(db: Firestore, seconds: number): Promise<never> {
  for (;;) {
    await pause(seconds * 1000)
    await publishResults(db)
  }
}

async function readResults(db: Firestore, transaction: Transaction): Promise<Unpublished> {
  const tasks = await Promise.all(
    TASK_IDS.map(async (id) => {
      const task = (await transaction.get(db.doc(`tasks/${id}`))).data() as PublishedTask | undefined
      if (!task) throw new UserError(`There is no task ${id} yet, so there are no results.`)
      const [tally, counted] = await readTask(db, transaction, id, task)
      return { id, tally, counted }
    }),
  )
  const tallies = Object.fromEntries(tasks.map(({ id, tally }) => [id, tally])) as Record<TaskId, TaskTally>
  return publishable(
    tallies,
    tasks.reduce((sum, { counted }) => sum + counted, 0),
  )
}

async function readTask(db: Firestore, transaction: Transaction, id: TaskId, { revision, subtasks }: PublishedTask) {
  const path = `tasks/${id}/revisions/${revision}`
  const sumsOf = async (role: Role): Promise<readonly [Role, StanceCounts]> => {
    const tallies = db.collection(`${path}/stanceTallies`).where('role', '==', role)
    const sums = tallies.aggregate({
      agree: AggregateField.sum('agree'),
      unsure: AggregateField.sum('unsure'),
      disagree: AggregateField.sum('disagree'),
    })
    return [role, (await transaction.get(sums)).data()]
  }
  const visible = db.collection(`tasks/${id}/comments`).where('status', '==', 'visible')
  const voicesOn = async (subtaskId: string) =>
    [subtaskId, (await transaction.get(visible.where('subtaskId', '==', subtaskId).count())).data().count] as const
  const [voices, subtaskVoices, counted, ...sums] = await Promise.all([
    transaction.get(visible.count()),
    Promise.all(subtasks.map((subtask) => voicesOn(subtask.id))),
    transaction.get(db.collection(`${path}/stances`).count()),
    ...ROLES.map(sumsOf),
  ])
  const tally: TaskTally = {
    revision,
    voices: voices.data().count,
    subtaskVoices: Object.fromEntries(subtaskVoices),
    stances: Object.fromEntries(sums) as TaskTally['stances'],
  }
  return [tally, counted.data().count] as const
}
