import {
  type Firestore as Admin,
  type AggregateQuery,
  type AggregateSpec,
  DocumentReference,
  Query,
} from 'firebase-admin/firestore'
import { publishResults } from '../../../scripts/lib/results.ts'

/**
 * Publishes, and counts what Firestore would charge for what that asks: a read a document, and for sums and counts one for every
 * thousand documents they go over, at least one.
 */
export async function publicationReads(db: Admin): Promise<{ reads: number; recount: number }> {
  const asked = { reads: 0, recount: 0 }
  const priceOf = async (query: Query) => Math.max(1, Math.ceil((await query.count().get()).data().count / 1000))
  const get = async (target: DocumentReference | Query | AggregateQuery<AggregateSpec>) => {
    if (target instanceof DocumentReference) {
      asked.reads += 1
      return target.get()
    }
    if (target instanceof Query) {
      const found = await target.get()
      asked.reads += Math.max(1, found.size)
      return found
    }
    const isRecount = /^(ballots|stances)$/.test(pathOf(target.query).split('/').at(-1) ?? '')
    const price = await priceOf(target.query)
    asked[isRecount ? 'recount' : 'reads'] += price
    return target.get()
  }
  const counting = Object.create(db, {
    runTransaction: { value: (run: (transaction: unknown) => unknown) => run({ get }) },
  }) as Admin
  await publishResults(counting)
  return asked
}

const pathOf = (query: Query): string => ('path' in query ? String(query.path) : '')
