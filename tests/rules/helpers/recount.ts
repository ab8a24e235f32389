import { collection, type DocumentData, getDocs } from 'firebase/firestore/lite'
import { STANCES } from '#domain/stance.ts'
import { admin } from './emulator.ts'

/** Counts by role and side, as `student agree: 3`; only those above zero. */
export type Recount = Record<string, number>

const add = (counts: Recount, key: string, by: unknown): void => {
  if (by !== 0) counts[key] = (counts[key] ?? 0) + Number(by)
}

const records = async (path: string): Promise<DocumentData[]> =>
  (await getDocs(collection(admin(), path))).docs.map((snapshot) => snapshot.data())

/** The stances of a revision counted one by one, and its tallies added up: invariant 2 says that they are equal. */
export async function recount(
  revision: string = 'tasks/t1/revisions/1',
): Promise<{ counted: Recount; tallied: Recount }> {
  const counted: Recount = {}
  const tallied: Recount = {}
  for (const { role, value } of await records(`${revision}/stances`)) add(counted, `${role} ${value}`, 1)
  for (const tally of await records(`${revision}/stanceTallies`)) {
    for (const side of STANCES) add(tallied, `${tally.role} ${side}`, tally[side])
  }
  return { counted, tallied }
}
