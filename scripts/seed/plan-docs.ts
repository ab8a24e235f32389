import { TASK_IDS } from '#domain/plan.ts'
import { type Doc, hoursBefore } from './docs.ts'
import type { SeedInputs } from './inputs.ts'

const HOURS_BEFORE_FIRST_VOICE = 48

/** The six tasks, each with its first revision: the same snapshot and what a revision says of itself. */
export function planDocs({ plan, voices }: SeedInputs, now: Date): Doc[] {
  const oldest = Math.max(...TASK_IDS.flatMap((id) => voices[id].map(({ hoursAgo }) => hoursAgo)), 0)
  return TASK_IDS.flatMap((id): Doc[] => {
    const { id: _, changeNote, ...texts } = plan[id]
    const snapshot = {
      ...texts,
      status: 'open',
      revision: 1,
      sample: true,
      publishedAt: hoursBefore(now, oldest + HOURS_BEFORE_FIRST_VOICE),
    }
    return [
      [`tasks/${id}`, snapshot],
      [`tasks/${id}/revisions/1`, { ...snapshot, changeNote, citations: [], publishedBy: 'seed' }],
    ]
  })
}
