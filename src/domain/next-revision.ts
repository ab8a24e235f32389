import type { Task } from './plan.ts'
import type { PlanDraft } from './plan-draft.ts'

type Act<At> = {
  readonly at: At
  readonly byUid: string
  /** The id of the entry in the log. */
  readonly logEntry: string
  /** For the log. */
  readonly reason: string
}

/**
 * What is written when a draft becomes the next revision of its task: by an editor's browser, by an import, and by the
 * seed. The moment is given as whoever writes it tells Firestore a moment.
 * @param task whose next revision it is; `revision` is 0 where there is none yet
 */
export function nextRevision<At>(
  task: Pick<Task, 'id' | 'order' | 'revision'>,
  draft: PlanDraft,
  { at, byUid, logEntry, reason }: Act<At>,
) {
  const { base: _, changeNote, citations, ...texts } = draft
  const number = task.revision + 1
  const said = { ...texts, revision: number, publishedAt: at }
  // The rules look at all values of a map: '' is the task's own text.
  const cited = Object.fromEntries(Object.entries(citations).map(([id, subtaskId]) => [id, subtaskId ?? '']))
  return {
    number,
    /** What the task says from now on, and its newest revision too. */
    said,
    /** Of this revision; on the task it stands beside what earlier ones cited. */
    cited,
    revision: { ...said, order: task.order, changeNote, citations: cited, logEntry },
    entry: { action: 'publish-revision', target: `${task.id}/${number}`, byUid, at, reason },
  }
}
