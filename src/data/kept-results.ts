import { collection, documentId, getDocs, limit, query, where } from 'firebase/firestore/lite'
import { MOST_PUBLICATIONS, spreadOver } from '#domain/course.ts'
import type { Results } from '#domain/results.ts'
import { db } from './firestore.ts'
import { parseResults } from './results.ts'

/** At most 20 of the publications that are kept, from the first to this one. Costs a read each. */
export async function readKeptResults(newest: number): Promise<readonly Results[]> {
  const chosen = query(
    collection(db, 'results'),
    where(documentId(), 'in', spreadOver(newest)),
    limit(MOST_PUBLICATIONS),
  )
  const { docs } = await getDocs(chosen)
  return docs.map((snapshot) => parseResults(snapshot.id, snapshot.data())).filter((results) => results !== null)
}
