import type { Localized } from './language.ts'
import type { Bureau, Citations, Task, TaskId, TaskTexts } from './plan.ts'
import { isUnchanged, type PlanDraft } from './plan-draft.ts'

export const PLAN_FORMAT = 'seoul-education-madang/plan@1'

/** A task as a plan file holds it. */
export type PlanFileTask = TaskTexts & {
  readonly id: TaskId
  readonly bureau: Bureau
  readonly changeNote: Localized
  /** False for the office's own wording. */
  readonly sample: boolean
  /** The revision that this was written upon; 0 where there is none. */
  readonly revision: number
  /** When that one was published: written for builds, and not looked at by an import. */
  readonly publishedAt?: string | undefined
  /** The comments that shaped that one: the same holds of them. */
  readonly citations?: Citations | undefined
}

/** The plan, or some tasks of it, as a file: docs/plan-files.md. */
export type PlanFile = {
  readonly $schema?: string | undefined
  readonly format: typeof PLAN_FORMAT
  readonly tasks: readonly PlanFileTask[]
}

const inBoth = ({ ko, en }: Localized): Localized => ({ ko, en })

/** What is published of a task, as a file holds it. @param changeNote of its newest revision */
export const fileTaskOf = (task: Omit<Task, 'order' | 'status' | 'turnsAt'>, changeNote: Localized): PlanFileTask => ({
  id: task.id,
  bureau: task.bureau,
  title: inBoth(task.title),
  summary: inBoth(task.summary),
  body: inBoth(task.body),
  plain: inBoth(task.plain),
  subtasks: task.subtasks.map(({ id, title, text }) => ({ id, title: inBoth(title), text: inBoth(text) })),
  changeNote: inBoth(changeNote),
  sample: task.sample,
  revision: task.revision,
  publishedAt: task.publishedAt.toISOString(),
  citations: task.cited[task.revision] ?? {},
})

/**
 * What a task of a file would be to the one that is published: the first of its kind, the next revision, the same word
 * for word, or `outdated`, where it was written upon another revision than the published one.
 * @param published null where there is none yet
 */
export function newsIn(
  task: PlanFileTask,
  published: Pick<Task, 'revision' | 'bureau' | 'sample' | keyof TaskTexts> | null,
): 'first' | 'next' | 'same' | 'outdated' {
  if (task.revision !== (published?.revision ?? 0)) return 'outdated'
  if (!published) return 'first'
  return isUnchanged(task, published) ? 'same' : 'next'
}

/**
 * A task of a file as the draft of its next revision.
 * @param before a draft that it takes the place of: what that one cites is cited still
 */
export function draftFrom(task: PlanFileTask, before: PlanDraft | null): PlanDraft {
  const { id: _, revision, publishedAt: __, citations: ___, ...rest } = task
  const kept = Object.entries(before?.citations ?? {}).map(([comment, subtaskId]) => {
    const isThere = rest.subtasks.some(({ id }) => id === subtaskId)
    return [comment, isThere ? subtaskId : null] as const
  })
  return { ...rest, base: revision, citations: Object.fromEntries(kept) }
}
