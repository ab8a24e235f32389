import { nextRevision } from '#domain/next-revision.ts'
import { TASK_IDS, type TaskId, taskNumber } from '#domain/plan.ts'
import { draftFrom, type PlanFileTask } from '#domain/plan-file.ts'
import { seoulDay } from '#domain/seoul-time.ts'
import { type Doc, hoursBefore } from './docs.ts'
import type { PlanTask, SeedInputs } from './inputs.ts'
import { commentIdOf } from './people.ts'
import { idFrom } from './random.ts'

// The plan begins with 2023, and its texts speak of 2024 as of next year; the voices on it are as new as the seed.
const PUBLISHED_AT = new Date('2023-03-02T09:00:00+09:00')

const BY = 'demo-editor'

/** When the sample revised a task: in the morning of a day in Seoul, so that builds of one day are the same. */
export function revisedAt({ revised }: SeedInputs, id: TaskId, now: Date): Date | null {
  const next = revised[id]
  return next ? new Date(`${seoulDay(hoursBefore(now, 24 * next.daysAgo))}T09:00:00+09:00`) : null
}

/** The revision of a task that was the newest at a moment. */
export function revisionAt(inputs: SeedInputs, id: TaskId, at: Date, now: Date): 1 | 2 {
  const revised = revisedAt(inputs, id, now)
  return revised && at >= revised ? 2 : 1
}

/** The sample's revisions of a task as a plan file would hold each, the first first. */
export function sampleRevisions(inputs: SeedInputs, id: TaskId, now: Date): readonly PlanFileTask[] {
  const [first, next, at] = [inputs.plan[id], inputs.revised[id], revisedAt(inputs, id, now)]
  const all = [inFile(first, 1, PUBLISHED_AT, {})]
  return next && at ? [...all, inFile(next, 2, at, next.citations)] : all
}

function inFile(
  { id, bureau, title, summary, body, plain, subtasks, changeNote }: PlanTask,
  revision: number,
  publishedAt: Date,
  citations: Readonly<Record<string, string | null>>,
): PlanFileTask {
  return {
    ...{ id, bureau, title, summary, body, plain, subtasks, changeNote, sample: true, revision },
    publishedAt: publishedAt.toISOString(),
    citations: Object.fromEntries(Object.entries(citations).map(([said, subtaskId]) => [commentIdOf(said), subtaskId])),
  }
}

/** The six tasks with their revisions, as an editor's publications would have left them. */
export const planDocs = (inputs: SeedInputs, now: Date): Doc[] =>
  TASK_IDS.flatMap((id): Doc[] => {
    const order = taskNumber(id)
    const published = sampleRevisions(inputs, id, now).map(({ publishedAt = '', citations = {}, ...texts }, before) =>
      nextRevision(
        { id, order, revision: before },
        { ...draftFrom(texts, null), citations },
        {
          at: new Date(publishedAt),
          byUid: BY,
          logEntry: idFrom(`publishing ${id}/${before + 1}`, 20),
          reason: texts.changeNote.ko,
        },
      ),
    )
    const cited = Object.fromEntries(published.map((one) => [one.number, one.cited]))
    return [
      [`tasks/${id}`, { ...published.at(-1)?.said, order, status: 'open', turnsAt: null, cited }],
      ...published.flatMap(({ number, revision, entry }): Doc[] => [
        [`tasks/${id}/revisions/${number}`, revision],
        [`auditLog/${revision.logEntry}`, entry],
      ]),
    ]
  })
