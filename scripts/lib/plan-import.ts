import { type DocumentData, FieldValue, type Firestore, type Transaction } from 'firebase-admin/firestore'
import { type Difference, isChanged } from '#domain/difference.ts'
import { LANGS, type Lang } from '#domain/language.ts'
import { nextRevision } from '#domain/next-revision.ts'
import { TASK_IDS, type Task, type TaskId, type TaskTexts, TEXT_NAMES, taskNumber, textsIn } from '#domain/plan.ts'
import { draftFrom, fileTaskOf, newsIn, PLAN_FORMAT, type PlanFile, type PlanFileTask } from '#domain/plan-file.ts'
import { isSubtaskChanged, taskDifference } from '#domain/task-difference.ts'
import { UserError } from './cli.ts'

/** What a file would change: the next revision of a task, and how it differs from the one before, if there is one. */
export type Step = { readonly task: PlanFileTask; readonly number: number; readonly before: Wording | null }

type Wording = TaskTexts & Pick<Task, 'bureau' | 'sample'>

/**
 * What a file changes. A task that says what is published already is left out.
 * @throws UserError if a task was written upon another revision than the one that is published
 */
export async function stepsOf(db: Firestore, { tasks }: PlanFile): Promise<readonly Step[]> {
  const steps = await Promise.all(
    tasks.map(async (task): Promise<Step | null> => {
      const before = ((await db.doc(`tasks/${task.id}`).get()).data() ?? null) as Task | null
      const news = newsIn(task, before)
      const revision = before?.revision ?? 0
      if (news === 'outdated') {
        throw new UserError(
          `${task.id} was written upon revision ${task.revision}, but ${revision} is published. Export it, and write upon that.`,
        )
      }
      return news === 'same' ? null : { task, number: revision + 1, before }
    }),
  )
  return steps.filter((step) => step !== null)
}

/** Publishes all steps at once, each with an entry in the log, or none of them. */
export async function publishSteps(db: Firestore, steps: readonly Step[], by: string, reason: string): Promise<void> {
  await db.runTransaction(async (transaction) => {
    for (const { task, number } of steps) await expectRevision(db, transaction, task.id, number - 1)
    for (const step of steps) publishStep(db, transaction, step, by, reason)
  })
}

async function expectRevision(db: Firestore, transaction: Transaction, id: TaskId, revision: number): Promise<void> {
  const now = (await transaction.get(db.doc(`tasks/${id}`))).data()
  if (Number(now?.revision ?? 0) !== revision) throw new UserError(`${id} was published by somebody else meanwhile.`)
}

function publishStep(db: Firestore, transaction: Transaction, step: Step, byUid: string, reason: string): void {
  const { task, number, before } = step
  const [taskRef, entryRef] = [db.doc(`tasks/${task.id}`), db.collection('auditLog').doc()]
  const order = taskNumber(task.id)
  const { said, cited, revision, entry } = nextRevision(
    { id: task.id, order, revision: number - 1 },
    draftFrom(task, null),
    { at: FieldValue.serverTimestamp(), byUid, logEntry: entryRef.id, reason },
  )
  if (before) transaction.update(taskRef, { ...said, [`cited.${number}`]: cited })
  else transaction.create(taskRef, { ...said, order, status: 'open', turnsAt: null, cited: { [number]: cited } })
  transaction.create(taskRef.collection('revisions').doc(String(number)), revision)
  transaction.create(entryRef, entry)
}

/** The plan that is published, as a file of the same format. */
export async function exportPlan(db: Firestore): Promise<PlanFile> {
  const tasks = await Promise.all(
    TASK_IDS.map(async (id): Promise<PlanFileTask[]> => {
      const task = (await db.doc(`tasks/${id}`).get()).data()
      if (!task) return []
      const revision = (await db.doc(`tasks/${id}/revisions/${task.revision}`).get()).data()
      const published = { ...(task as Task), id, publishedAt: task.publishedAt.toDate(), cited: citedIn(task) }
      return [fileTaskOf(published, revision?.changeNote)]
    }),
  )
  if (tasks.flat().length === 0) throw new UserError('There is no plan to export yet.')
  return { format: PLAN_FORMAT, tasks: tasks.flat() }
}

/** What the newest revision cites; stored, '' is the task's own text. */
function citedIn({ cited = {}, revision }: DocumentData): Task['cited'] {
  const stored = Object.entries<string>(cited[revision] ?? {})
  return { [revision]: Object.fromEntries(stored.map(([id, subtaskId]) => [id, subtaskId || null])) }
}

/** A step in words, with [-what goes-] and {+what comes+}. */
export function describeStep({ task, number, before }: Step): string {
  if (!before) return `${task.id}: revision ${number}, the first\n`
  const facts = (['bureau', 'sample'] as const)
    .filter((name) => before[name] !== task[name])
    .map((name) => `${name}: [-${before[name]}-]{+${task[name]}+}`)
  const lines = [...facts, ...LANGS.flatMap((lang) => describeIn(lang, before, task))]
  return [`${task.id}: revision ${number}`, ...lines.map((line) => `  ${line}`), ''].join('\n')
}

function describeIn(lang: Lang, before: TaskTexts, after: TaskTexts): string[] {
  const { subtasks, ...texts } = taskDifference(textsIn(lang, before), textsIn(lang, after), lang)
  return [
    ...TEXT_NAMES.filter((name) => isChanged(texts[name])).map((name) => `${name}.${lang}: ${marked(texts[name])}`),
    ...subtasks
      .filter(isSubtaskChanged)
      .map(({ id, kind, title, text }) => `${id}.${lang} (${kind}): ${marked(title)} | ${marked(text)}`),
  ]
}

const marked = (difference: Difference): string =>
  difference.map(({ kind, text }) => ({ same: text, removed: `[-${text}-]`, added: `{+${text}+}` })[kind]).join('')
