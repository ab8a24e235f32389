import { readFileSync } from 'node:fs'

// What a document takes up in Firestore with its entries in all indexes, as Google reckons it
// (https://firebase.google.com/docs/firestore/storage-size).

type Fields = Readonly<Record<string, unknown>>
type Index = { collectionGroup: string; queryScope: string; fields: { fieldPath: string }[] }
type Override = { collectionGroup: string; fieldPath: string; indexes: { queryScope: string }[] }

const { indexes, fieldOverrides } = JSON.parse(readFileSync('firestore.indexes.json', 'utf8')) as {
  indexes: Index[]
  fieldOverrides: Override[]
}
const EACH = 32
/** An index holds no more of a value. */
const MOST_IN_INDEX = 1500
/** Upwards and downwards, unless something else is said of a field. */
const USUAL = [{ queryScope: 'COLLECTION' }, { queryScope: 'COLLECTION' }]

const sum = (numbers: readonly number[]): number => numbers.reduce((one, other) => one + other, 0)
const sizeOfText = (text: string): number => Buffer.byteLength(text) + 1
const sizeOfName = (path: string): number => 16 + sum(path.split('/').map(sizeOfText))
const isMap = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !(value instanceof Date) && !Array.isArray(value)

function sizeOfValue(value: unknown): number {
  if (typeof value === 'string') return sizeOfText(value)
  if (typeof value === 'number' || value instanceof Date) return 8
  if (Array.isArray(value)) return sum(value.map(sizeOfValue))
  return isMap(value) ? EACH + sizeOfFields(value) : 1
}

const sizeOfFields = (fields: Fields): number =>
  sum(Object.entries(fields).map(([name, value]) => sizeOfText(name) + sizeOfValue(value)))

/** What of a document stands in indexes: the fields of a map each by itself. */
const indexed = (fields: Fields, before = ''): [path: string, size: number][] =>
  Object.entries(fields).flatMap(([name, value]) =>
    isMap(value)
      ? indexed(value, `${before}${name}.`)
      : [[before + name, Math.min(sizeOfValue(value), MOST_IN_INDEX)] as [string, number]],
  )

/** In bytes. */
export function storedSize(path: string, fields: Fields): number {
  const parts = path.split('/')
  const collection = parts.at(-2)
  const parent = parts.length > 2 ? sizeOfName(parts.slice(0, -2).join('/')) : 0
  const entry = ({ queryScope }: { queryScope: string }, held: number) =>
    sizeOfName(path) + (queryScope === 'COLLECTION' ? parent : 0) + held + EACH
  const values = new Map(indexed(fields))
  const ofOneField = [...values].flatMap(([name, size]) => {
    const other = fieldOverrides.find((each) => each.collectionGroup === collection && each.fieldPath === name)
    // An entry of the kind that arrays are found by has none for another value.
    const kinds = other?.indexes.filter((kind) => !('arrayConfig' in kind)) ?? USUAL
    return kinds.map((kind) => entry(kind, sizeOfText(name) + size))
  })
  const ofSeveral = indexes
    .filter(
      ({ collectionGroup, fields }) => collectionGroup === collection && fields.every((f) => values.has(f.fieldPath)),
    )
    .map((index) => entry(index, sum(index.fields.map(({ fieldPath }) => values.get(fieldPath) ?? 0))))
  return sizeOfName(path) + sizeOfFields(fields) + EACH + sum(ofOneField) + sum(ofSeveral)
}
