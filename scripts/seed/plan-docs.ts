import { TASK_IDS } from '#domain/plan.ts'
import type { Doc } from './docs.ts'
import type { SeedInputs } from './inputs.ts'

// The plan begins with 2023, and its texts speak of 2024 as of next year; the voices on it are as new as the seed.
const PUBLISHED = new Date('2023-03-02T09:00:00+09:00')

/** The six tasks, each with its first revision: the same snapshot and what a revision says of itself. */
export function planDocs({ plan }: SeedInputs): Doc[] {
  return TASK_IDS.flatMap((id): Doc[] => {
    const { id: _, changeNote, ...texts } = plan[id]
    const snapshot = { ...texts, status: 'open', revision: 1, sample: true, publishedAt: PUBLISHED }
    return [
      [`tasks/${id}`, snapshot],
      [`tasks/${id}/revisions/1`, { ...snapshot, changeNote, citations: [], publishedBy: 'seed' }],
    ]
  })
}
