import { collection, doc, FieldPath, getDoc, serverTimestamp, Timestamp } from 'firebase/firestore/lite'
import { turnReason } from '#domain/audit.ts'
import { nextRevision } from '#domain/next-revision.ts'
import type { Task, TaskId } from '#domain/plan.ts'
import { cleanDraft, type PlanDraft } from '#domain/plan-draft.ts'
import { commit } from './commit.ts'
import { DataError, toDataError } from './errors.ts'
import { db } from './firestore.ts'
import { log } from './log-entry.ts'
import { draftFields, draftRef, type Editor, readDraft, readWritten } from './plan-drafts.ts'
import { beginSending, sendOnce } from './unanswered.ts'

/**
 * Publishes a draft as the next revision of its task, or as its first, in one batch: the task, the revision, the entry
 * in the log, and the draft, which is done with.
 * @param task `revision` is 0 before the first
 * @param written the draft, published without what the rules refuse and nobody sees
 * @param seen the version of the draft that is published
 * @throws DataError `conflict` if another editor has written or published in the meantime
 */
export async function publishRevision(task: Task, written: PlanDraft, seen: number, editor: Editor): Promise<void> {
  const draft = cleanDraft(written)
  const entry = doc(collection(db, 'auditLog'))
  const taskRef = doc(db, 'tasks', task.id)
  const { number, said, cited, revision, ...next } = nextRevision(task, draft, {
    at: serverTimestamp(),
    byUid: editor.uid,
    logEntry: entry.id,
    reason: draft.changeNote.ko,
  })
  const fields = Object.entries(said).flat() as [string, unknown]
  try {
    await commit((batch) => {
      if (number === 1) {
        const { order, status, turnsAt } = task
        batch.set(taskRef, { ...said, order, status, turnsAt, cited: { [number]: cited } })
      } else {
        // Field by field: what was cited in earlier revisions stays.
        batch.update(taskRef, new FieldPath('cited', String(number)), cited, ...fields)
      }
      batch.set(doc(taskRef, 'revisions', String(number)), revision)
      batch.set(draftRef(task.id), draftFields(null, seen + 1, editor))
      batch.set(entry, next.entry)
    })
  } catch (error) {
    const reason = await whyNotPublished(error, task, seen, editor)
    if (reason) throw reason
  }
}

/** Why a publication was refused, or null if it had in fact arrived before. */
async function whyNotPublished(error: unknown, task: Task, seen: number, editor: Editor): Promise<DataError | null> {
  const failure = toDataError(error)
  if (failure.kind !== 'refused') return failure
  const [now, draft] = await Promise.all([readWritten(task.id), readDraft(task.id)])
  const version = draft?.version ?? 0
  if (now.revision === task.revision && version === seen) return failure
  const isMine = now.revision === task.revision + 1 && version === seen + 1 && draft?.byUid === editor.uid
  return isMine ? null : new DataError('conflict')
}

/** Whether a task takes comments and stances, and when that turns. */
export type Opening = Pick<Task, 'status' | 'turnsAt'>

/**
 * Closes or reopens a task for comments and stances, at once or at a date: once, also where it is sent again because no answer
 * came.
 * @param reason for the log
 * @throws DataError `conflict` if it was sent before and is not what stands there: most likely somebody else has changed that
 */
export async function setOpening(
  taskId: TaskId,
  { status, turnsAt }: Opening,
  uid: string,
  reason: string,
): Promise<void> {
  const taskRef = doc(db, 'tasks', taskId)
  await sendOnce(
    beginSending(uid, `opening:${taskId}`, [status, turnsAt, reason]),
    (batch, logEntry) => {
      batch.update(taskRef, { status, turnsAt: turnsAt && Timestamp.fromDate(turnsAt), logEntry })
      log(batch, logEntry, {
        action: status === 'open' ? 'reopen-task' : 'close-task',
        target: taskId,
        byUid: uid,
        reason: turnReason(turnsAt ?? null, reason),
      })
    },
    async () => (await getDoc(taskRef)).get('logEntry'),
  )
}
