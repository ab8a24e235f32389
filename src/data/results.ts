import { doc, getDoc } from 'firebase/firestore/lite'
import * as v from 'valibot'
import type { Results } from '#domain/results.ts'
import { db } from './firestore.ts'
import { count, date, parseOrSkip } from './schemas.ts'

const counts = v.object({ agree: count, unsure: count, disagree: count })
const withheld = v.nullable(counts)

const taskResult = v.object({
  revision: count,
  voices: count,
  // Results of before it was counted have none.
  subtaskVoices: v.optional(v.record(v.string(), count), {}),
  total: withheld,
  groups: v.object({ student: withheld, parent: withheld, teacher: withheld, staff: withheld, resident: withheld }),
})

const resultsSchema = v.object({
  publishedAt: date,
  recount: v.object({ stances: count, tallied: count }),
  tasks: v.object({
    t1: taskResult,
    t2: taskResult,
    t3: taskResult,
    t4: taskResult,
    t5: taskResult,
    t6: taskResult,
  }),
})

/** The newest published results, or null before the first publication. Costs 1 read. */
export async function readResults(): Promise<Results | null> {
  const snapshot = await getDoc(doc(db, 'results', 'current'))
  return snapshot.exists() ? parseOrSkip(resultsSchema, 'results/current', snapshot.data()) : null
}
