import type { Firestore, Query } from 'firebase-admin/firestore'
import { inOrder } from '../../scripts/lib/rebuild.ts'
import { ballotSums, commentSums, stanceSums } from '../../scripts/lib/sums.ts'

/** Every query by which sums are counted anew. */
export function sumQueries(db: Firestore): Query[] {
  const sums = [
    [ballotSums(db), 'ballotTallies/student-1'],
    [stanceSums(db), 'tasks/t1/revisions/1/stanceTallies/student-1'],
    [commentSums(db), 'tasks/t1/comments/t1-x'],
  ] as const
  return sums
    .flatMap(([{ documents, summed }, path]) => [
      documents,
      ...summed.flatMap(({ all, of }) => [all, of(db.doc(path))]),
    ])
    .map(inOrder)
}
