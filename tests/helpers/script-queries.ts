import type { Firestore, Query } from 'firebase-admin/firestore'
import { formerWords, revisionsAfter } from '../../scripts/lib/catch-up.ts'
import { slipHolders } from '../../scripts/lib/claim-steps.ts'
import { entriesOf, slipsLeft } from '../../scripts/lib/log-steps.ts'
import { firstPage } from '../../scripts/lib/migrations.ts'
import { inOrder } from '../../scripts/lib/rebuild.ts'
import { ballotSums, commentSums, reportsOf, stanceSums } from '../../scripts/lib/sums.ts'
import { MIGRATIONS } from '../../scripts/migrations/all.ts'

/** Every query of the scripts, but for those of the publication of results. */
export const scriptQueries = (db: Firestore): Query[] => [
  ...MIGRATIONS.flatMap(({ steps }) => steps.map(({ of }) => firstPage(of(db)))),
  ...sumQueries(db),
  ...catchUpQueries(db),
]

/** Those by which sums are counted anew. */
function sumQueries(db: Firestore): Query[] {
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

/** Those by which a restoration finds what is older than what stands beside it. */
const catchUpQueries = (db: Firestore): Query[] => [
  ...[entriesOf(db), formerWords(db), slipHolders(db)].map(inOrder),
  slipsLeft(db, 'batch'),
  reportsOf(db.doc('tasks/t1/comments/t1-x')).select('at'),
  revisionsAfter(db.doc('tasks/t1'), 1),
]
