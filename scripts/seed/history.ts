import type { DocumentData } from 'firebase-admin/firestore'
import { TASK_IDS, type TaskId } from '#domain/plan.ts'
import { publicationId, type StickerCounts } from '#domain/results.ts'
import { ROLES, type Role } from '#domain/roles.ts'
import { noStances, STANCES, type Stance } from '#domain/stance.ts'
import { noBallots, type TaskTally, talliedIn, totalsOf } from '#domain/totals.ts'
import { type Doc, hoursBefore } from './docs.ts'

/** How many hours ago results were published before those of now. */
const HOURS_AGO = [1176, 1008, 840, 672, 504, 336, 168, 24]

/**
 * What would have been published in the weeks before, of the sample as it stood then, so that results over time can be
 * seen; the last of it as `results/current`, which the publication of now follows.
 * @param docs the sample's comments, stances and ballots
 */
export function historyDocs(docs: readonly Doc[], now: Date): Doc[] {
  const publications = HOURS_AGO.map((hours, index): Doc => {
    const at = hoursBefore(now, hours)
    const number = index + 1
    return [`results/${publicationId(number)}`, { number, publishedAt: at, logEntry: null, ...resultsAt(docs, at) }]
  })
  const last = publications.at(-1)?.[1]
  return last ? [...publications, ['results/current', last]] : []
}

function resultsAt(docs: readonly Doc[], at: Date): DocumentData {
  const under = (path: RegExp, time: string) =>
    docs.filter(([each, data]) => path.test(each) && data[time] <= at).map(([, data]) => data)
  const tasks = Object.fromEntries(
    TASK_IDS.map((id) => {
      const said = under(new RegExp(`^tasks/${id}/comments/[^/]+$`), 'createdAt')
      const { length: revision } = under(new RegExp(`^tasks/${id}/revisions/[^/]+$`), 'publishedAt')
      const stances = under(new RegExp(`^tasks/${id}/revisions/${revision}/stances/`), 'at')
      return [id, tallyOf(revision, subtasksOf(docs, id), said, stances)]
    }),
  ) as Record<TaskId, TaskTally>
  const cast = under(/^ballots\//, 'at')
  const tallies = { tasks, ballots: byRole((role) => ballotsOf(cast.filter((one) => one.role === role))) }
  const counted = talliedIn(tallies)
  return {
    ...totalsOf(tallies),
    recount: { at, stances: counted.tallied, ballots: counted.ballotsTallied, ...counted },
  }
}

const byRole = <T>(of: (role: Role) => T): Record<Role, T> =>
  Object.fromEntries(ROLES.map((role) => [role, of(role)])) as Record<Role, T>

const subtasksOf = (docs: readonly Doc[], id: TaskId): readonly { id: string }[] =>
  docs.find(([path]) => path === `tasks/${id}`)?.[1].subtasks ?? []

function tallyOf(
  revision: number,
  subtasks: readonly { id: string }[],
  said: DocumentData[],
  stances: DocumentData[],
): TaskTally {
  const visible = said.filter(({ status }) => status === 'visible')
  return {
    revision,
    status: 'open',
    turnsAt: null,
    voices: visible.length,
    subtaskVoices: Object.fromEntries(
      subtasks.map(({ id }) => [id, visible.filter(({ subtaskId }) => subtaskId === id).length]),
    ),
    stances: byRole((role) => {
      const counts = noStances()
      for (const { value } of stances.filter((one) => one.role === role))
        if (STANCES.includes(value)) counts[value as Stance] += 1
      return counts
    }),
  }
}

function ballotsOf(cast: readonly DocumentData[]): StickerCounts {
  const counts: Record<keyof StickerCounts, number> = { ...noBallots() }
  for (const { stickers } of cast) {
    counts.voters += 1
    for (const id of TASK_IDS) counts[id] += stickers[id]
  }
  return counts
}
