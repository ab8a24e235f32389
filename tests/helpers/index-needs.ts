// Which indexes Firestore needs for a query, as “Index types in Cloud Firestore” describes it. The emulator asks for none.

type Field = { readonly fieldPath: string }
type Filter = {
  readonly compositeFilter?: { readonly filters: readonly Filter[] }
  readonly fieldFilter?: { readonly field: Field; readonly op: string }
  readonly unaryFilter?: { readonly field: Field; readonly op: string }
}
type Order = { readonly field: Field; readonly direction?: string }

/** A query as it goes over the wire. */
export type StructuredQuery = {
  readonly from: readonly { readonly collectionId: string; readonly allDescendants?: boolean }[]
  readonly where?: Filter | null
  readonly orderBy?: readonly Order[]
}

/** An index as firestore.indexes.json writes it. */
export type Index = {
  readonly collectionGroup: string
  readonly queryScope: string
  readonly fields: readonly { readonly fieldPath: string; readonly order?: string }[]
}

/** What a query compares for equality, and by what it is then in order; the id comes last of all by itself. */
type Shape = { readonly group: string; readonly scope: string; readonly equal: Set<string>; readonly order: string[] }

const EQUALITIES = ['EQUAL', 'IN', 'IS_NULL', 'IS_NAN']
const ID = '__name__'

const filtersIn = (filter?: Filter | null): { field: Field; op: string }[] =>
  filter?.compositeFilter?.filters.flatMap(filtersIn) ??
  [filter?.fieldFilter ?? filter?.unaryFilter].flatMap((one) => one ?? [])

/** @param summed fields that an aggregate adds up, which have to be in the index as well */
export function shapeOf(query: StructuredQuery, summed: readonly string[] = []): Shape {
  const [from] = query.from
  if (!from || query.from.length > 1) throw new Error('a query of one collection is expected')
  const filters = filtersIn(query.where)
  const equal = new Set(filters.filter(({ op }) => EQUALITIES.includes(op)).map(({ field }) => field.fieldPath))
  const ordered = (query.orderBy ?? []).map(({ field, direction }) => `${field.fieldPath} ${direction ?? 'ASCENDING'}`)
  const fields = ordered.map((one) => one.split(' ')[0])
  for (const { field, op } of filters) {
    if (EQUALITIES.includes(op) || fields.includes(field.fieldPath)) continue
    if (!/^(LESS|GREATER)_THAN|^NOT_EQUAL$|^IS_NOT/.test(op)) throw new Error(`no index is known for ${op}`)
    ordered.unshift(`${field.fieldPath} ASCENDING`)
  }
  // Firestore asks for them in the order of the alphabet.
  const sums = summed
    .toSorted()
    .filter((field) => !fields.includes(field))
    .map((field) => `${field} ASCENDING`)
  const order = [...ordered, ...sums].filter((one) => !equal.has(one.split(' ')[0] ?? ''))
  return {
    group: from.collectionId,
    scope: from.allDescendants ? 'COLLECTION_GROUP' : 'COLLECTION',
    equal,
    order: withoutId(order),
  }
}

// In the direction of the field before it, the id need not be said.
function withoutId(order: readonly string[]): string[] {
  const last = order.at(-1)
  const direction = order.at(-2)?.split(' ')[1] ?? 'ASCENDING'
  return last === `${ID} ${direction}` ? order.slice(0, -1) : [...order]
}

/** Whether these indexes serve the query: one of them, or several of the same order that Firestore merges. */
export function isServed({ group, scope, equal, order }: Shape, indexes: readonly Index[]): boolean {
  // Documents are in the order of their ids without any.
  if (order.length === 0 && equal.size === 0) return true
  // Every field of a collection has an index of its own; over a group of collections it has none.
  if (scope === 'COLLECTION' && (order.length === 0 || (order.length === 1 && equal.size === 0))) return true
  const covered = new Set<string>()
  for (const index of indexes) {
    if (index.collectionGroup !== group || index.queryScope !== scope) continue
    const fields = index.fields.map((field) => `${field.fieldPath} ${field.order}`)
    const prefix = fields.slice(0, fields.length - order.length).map((one) => one.split(' ')[0] ?? '')
    const rest = withoutId(fields.slice(prefix.length))
    if (!prefix.every((field) => equal.has(field))) continue
    // No index is read backwards: the other direction needs one of its own.
    if (rest.join() !== order.join()) continue
    if (equal.size === 0) return true
    for (const field of prefix) covered.add(field)
  }
  return equal.size > 0 && covered.size === equal.size
}

/** A query in words, for whoever has to add its index. */
export const describe = ({ group, scope, equal, order }: Shape): string =>
  `${scope} ${group}: ${[...[...equal].map((field) => `${field} =`), ...order].join(', ')}`
