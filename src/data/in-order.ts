import {
  type CollectionReference,
  type DocumentData,
  documentId,
  getDocs,
  limit,
  orderBy,
  type Query,
  type QueryConstraint,
  type QueryDocumentSnapshot,
  query,
  startAfter,
  Timestamp,
  where,
} from 'firebase/firestore/lite'

/** The longest list that the rules give to staff. */
export const STAFF_PAGE = 500

/** A place in a list by time: a moment, to the microsecond, and an id among those of the same one. */
export type TimeCursor = { readonly seconds: number; readonly nanoseconds: number; readonly id: string }

/** One page of documents, and where the next one starts: null after the last. */
export type TimePage<T> = { readonly items: readonly T[]; readonly next: TimeCursor | null }

type Parse<T> = (snapshot: QueryDocumentSnapshot<DocumentData>) => T | null

type Asked = {
  readonly by: string
  readonly direction: 'asc' | 'desc'
  readonly perPage: number
  readonly filters?: readonly QueryConstraint[]
}

/**
 * A page of a collection by a time of its documents. Costs a read a document, and at least one.
 * @param after the `next` of the page before
 */
export async function readInOrder<T>(
  from: CollectionReference | Query,
  { by, direction, perPage, filters = [] }: Asked,
  after: TimeCursor | null,
  parse: Parse<T>,
): Promise<TimePage<T>> {
  const place = after ? [startAfter(new Timestamp(after.seconds, after.nanoseconds), after.id)] : []
  const order = [orderBy(by, direction), orderBy(documentId(), direction)]
  const { docs } = await getDocs(query(from, ...filters, ...order, ...place, limit(perPage)))
  const last = docs.length === perPage ? docs.at(-1) : undefined
  const at: unknown = last?.get(by)
  return {
    items: docs.map(parse).filter((item) => item !== null),
    next: last && at instanceof Timestamp ? { seconds: at.seconds, nanoseconds: at.nanoseconds, id: last.id } : null,
  }
}

/** A whole list, page by page. Costs a read a document, and at least one. */
export async function readToEnd<T>(
  from: CollectionReference | Query,
  asked: Asked,
  parse: Parse<T>,
): Promise<readonly T[]> {
  const found: T[] = []
  let place: TimeCursor | null = null
  do {
    const { items, next }: TimePage<T> = await readInOrder(from, asked, place, parse)
    found.push(...items)
    place = next
  } while (place)
  return found
}

/** What is written at the same time does not arrive in the order of its times. */
const OVERLAP_MS = 10_000

/**
 * Everything of a collection since a moment, however much it is. Costs a read a document, and at least one. Some of it
 * may be known already: it looks back a little further.
 */
export const readSince = <T>(
  from: CollectionReference | Query,
  by: string,
  at: Date,
  parse: Parse<T>,
): Promise<readonly T[]> => {
  const since = Timestamp.fromMillis(at.getTime() - OVERLAP_MS)
  return readToEnd(from, { by, direction: 'asc', perPage: STAFF_PAGE, filters: [where(by, '>', since)] }, parse)
}
