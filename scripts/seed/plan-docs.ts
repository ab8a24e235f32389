import { TASK_IDS } from '#domain/plan.ts'
import type { Doc } from './docs.ts'
import type { PlanTask, SeedInputs } from './inputs.ts'

// The plan begins with 2023, and its texts speak of 2024 as of next year; the voices on it are as new as the seed.
const PUBLISHED_AT = new Date('2023-03-02T09:00:00+09:00')

/** A task of the sample plan as it is published: the fields of `tasks/{t}`. */
export const snapshotOf = ({ id: _, changeNote: __, ...texts }: PlanTask) => ({
  ...texts,
  status: 'open' as const,
  turnsAt: null,
  cited: {},
  revision: 1,
  sample: true,
  publishedAt: PUBLISHED_AT,
})

/** The six tasks, each with its first revision: the same snapshot and what a revision says of itself. */
export const planDocs = ({ plan }: SeedInputs): Doc[] =>
  TASK_IDS.flatMap((id): Doc[] => {
    const snapshot = snapshotOf(plan[id])
    // Whether it takes comments, and what was cited over time, is the task's and not a revision's.
    const { status: _, turnsAt: __, cited: ___, ...text } = snapshot
    return [
      [`tasks/${id}`, snapshot],
      [`tasks/${id}/revisions/1`, { ...text, changeNote: plan[id].changeNote, citations: {}, logEntry: null }],
    ]
  })
