import { doc, getDoc } from 'firebase/firestore/lite'
import * as v from 'valibot'
import type { Results } from '#domain/results.ts'
import { db } from './firestore.ts'
import { count, date, parseOrSkip, stickers } from './schemas.ts'

/** Of all groups together and of each; null where numbers are withheld. */
const published = <Counts extends v.GenericSchema>(counts: Counts) => {
  const withheld = v.nullable(counts)
  return {
    total: withheld,
    groups: v.object({ student: withheld, parent: withheld, teacher: withheld, staff: withheld, resident: withheld }),
  }
}

/** The stances on one revision. */
export const stancesPublished = published(v.object({ agree: count, unsure: count, disagree: count }))

const taskResult = v.object({
  revision: count,
  voices: count,
  // Results of before it was counted have none.
  subtaskVoices: v.optional(v.record(v.string(), count), {}),
  // And these do not say whether the task was open.
  status: v.exactOptional(v.picklist(['open', 'closed'])),
  turnsAt: v.exactOptional(v.nullable(v.string())),
  ...stancesPublished,
})

const resultsSchema = v.object({
  number: count,
  publishedAt: date,
  recount: v.object({ at: date, stances: count, tallied: count, ballots: count, ballotsTallied: count }),
  tasks: v.object({
    t1: taskResult,
    t2: taskResult,
    t3: taskResult,
    t4: taskResult,
    t5: taskResult,
    t6: taskResult,
  }),
  stickers: v.object(published(v.object({ voters: count, ...stickers.entries }))),
})

/** A publication as it is stored, or null if it is not as it should be. */
export const parseResults = (id: string, data: unknown): Results | null =>
  parseOrSkip(resultsSchema, `results/${id}`, data)

/** The newest published results, or null before the first publication. Costs 1 read. */
export async function readResults(): Promise<Results | null> {
  const snapshot = await getDoc(doc(db, 'results', 'current'))
  return snapshot.exists() ? parseResults('current', snapshot.data()) : null
}
