import { isDeepStrictEqual } from 'node:util'
import { DOCUMENTS, double, integer, pathOf, type RestValue, type RestWrite } from './rest.ts'

type Fields = Readonly<Record<string, RestValue>>
type Path = readonly string[]
type Field = { readonly path: Path; readonly value: RestValue }
type Transform = { readonly fieldPath: string } & Readonly<Record<string, unknown>>
type Update = {
  readonly update: { readonly name: string; readonly fields?: Fields }
  readonly updateMask?: { readonly fieldPaths: readonly string[] }
  readonly updateTransforms?: readonly Transform[]
}

/** A batch with something else in one field of one document, and of those that say the same. */
export type Probe = { readonly field: string; readonly what: string; readonly writes: readonly RestWrite[] }

// Firestore keeps maps in maps to this depth.
const LEVELS = 20
const DEEP = `${LEVELS} maps in each other`
const deep = (levels: number): RestValue =>
  levels === 0 ? integer(1) : { mapValue: { fields: { a: deep(levels - 1) } } }

/** As long as a text may be that Firestore stores: 1 MiB without the 89 bytes that it keeps to itself. */
const LONGEST = 1_048_487
const HUGE = 'a text of 1 MiB'

/** What may be put in the place of a value; nothing in that of another value of the same kind, which may be right. */
const WRONG: readonly (readonly [what: string, instead: (value: RestValue) => RestValue])[] = [
  ['a float', (value) => double(Number(value.integerValue ?? 1))],
  ['a whole number', () => integer(1)],
  ['not a number', () => ({ doubleValue: 'NaN' })],
  ['a text', () => ({ stringValue: 'x' })],
  ['a truth', () => ({ booleanValue: true })],
  ['a moment', () => ({ timestampValue: '2026-01-01T00:00:00Z' })],
  ['nothing', () => ({ nullValue: null })],
  ['bytes', () => ({ bytesValue: 'eHg=' })],
  ['a place', () => ({ geoPointValue: { latitude: 37.5, longitude: 127 } })],
  ['a document', () => ({ referenceValue: `${DOCUMENTS}/tasks/t1` })],
  ['a list', () => ({ arrayValue: { values: [{ stringValue: 'x' }] } })],
  ['a map', () => ({ mapValue: { fields: {} } })],
]

const isSameKind = (one: RestValue, other: RestValue): boolean => Object.keys(one)[0] === Object.keys(other)[0]

/** Every field of one write of a batch, down to the last, each with everything in its place that it should not be. */
export const wrongValuesIn = (writes: readonly RestWrite[], i: number): Probe[] =>
  newIn(writes, i).flatMap((field) => {
    const wrong = WRONG.map(([what, instead]) => [what, instead(field.value)] as const)
    const others = wrong.filter(([, instead]) => !isSameKind(field.value, instead))
    return [...others, [DEEP, deep(LEVELS - field.path.length)] as const].map(([what, instead]) =>
      probe(writes, field, what, instead),
    )
  })

/** Every text in one write of a batch as long as Firestore stores it, with what else there is in its document. */
export const hugeTextsIn = (writes: readonly RestWrite[], i: number): Probe[] =>
  newIn(writes, i)
    .filter(({ value }) => 'stringValue' in value)
    .map((field) => probe(writes, field, HUGE, { stringValue: 'x'.repeat(LONGEST - 10_000) }))

/** What no earlier write of the batch says. */
const newIn = (writes: readonly RestWrite[], i: number): Field[] =>
  fieldsOf(writes[i] ?? {}).filter((field) => !writes.slice(0, i).some((write) => says(write, field)))

const says = (write: RestWrite, { path, value }: Field): boolean =>
  fieldsOf(write).some((field) => isDeepStrictEqual(field, { path, value }))

// Alone, it would be refused for not being what the others say.
const probe = (writes: readonly RestWrite[], field: Field, what: string, instead: RestValue): Probe => ({
  field: field.path.join('.'),
  what,
  writes: writes.map((write) => (says(write, field) ? withValue(write, field.path, instead) : write)),
})

/** The collection that a write is about: “tasks/comments”. */
export const collectionOf = (write: RestWrite): string =>
  pathOf(write)
    .split('/')
    .filter((_, i) => i % 2 === 0)
    .join('/')

const SERVER_TIME: RestValue = { timestampValue: '' }

function fieldsOf(write: RestWrite): Field[] {
  if (!('update' in write)) return []
  const { update, updateTransforms = [] } = write as Update
  const transformed = updateTransforms.map(({ fieldPath, increment }) => ({
    path: segmentsOf(fieldPath),
    value: (increment as RestValue | undefined) ?? SERVER_TIME,
  }))
  return [...Object.entries(update.fields ?? {}).flatMap(([name, value]) => inside([name], value)), ...transformed]
}

function inside(path: Path, value: RestValue): Field[] {
  const { mapValue, arrayValue } = value as { mapValue?: { fields?: Fields }; arrayValue?: { values?: RestValue[] } }
  const parts = Object.entries(mapValue?.fields ?? arrayValue?.values ?? {})
  // Of several that are numbered, such as tasks and subtasks, what the first holds stands for what the others hold.
  const isFurther = (name: string) => /^(t?[2-9]|1)$/.test(name)
  return [
    { path, value },
    ...parts.flatMap(([name, part]) => {
      const all = inside([...path, name], part)
      return isFurther(name) ? all.slice(0, 1) : all
    }),
  ]
}

/** “agree.student” or “cited.`2`” */
const segmentsOf = (fieldPath: string): Path =>
  (fieldPath.match(/`[^`]*`|[^.]+/g) ?? []).map((name) => name.replaceAll('`', ''))

const begins = (path: Path, beginning: Path): boolean => beginning.every((name, i) => path[i] === name)

function withValue(write: RestWrite, path: Path, value: RestValue): RestWrite {
  const { update, updateMask, updateTransforms = [], ...rest } = write as Update
  const isElsewhere = ({ fieldPath }: Transform) => !begins(segmentsOf(fieldPath), path)
  const mask = updateMask?.fieldPaths.filter((fieldPath) => !begins(segmentsOf(fieldPath), path))
  const isCovered = mask?.some((fieldPath) => begins(path, segmentsOf(fieldPath)))
  const named = path.map((name) => `\`${name}\``).join('.')
  return {
    ...rest,
    update: { ...update, fields: put({ fields: update.fields ?? {} }, path, value).fields },
    ...(mask ? { updateMask: { fieldPaths: isCovered ? mask : [...mask, named] } } : {}),
    updateTransforms: updateTransforms.filter(isElsewhere),
  }
}

/** The same with another value at the end of the path. */
function put(holder: { fields: Fields }, [name = '', ...rest]: Path, value: RestValue): { fields: Fields } {
  const inner = holder.fields[name] ?? { mapValue: {} }
  return { fields: { ...holder.fields, [name]: rest.length === 0 ? value : putInside(inner, rest, value) } }
}

function putInside(holder: RestValue, path: Path, value: RestValue): RestValue {
  const { mapValue, arrayValue } = holder as { mapValue?: { fields?: Fields }; arrayValue?: { values: RestValue[] } }
  if (!arrayValue) return { mapValue: put({ fields: mapValue?.fields ?? {} }, path, value) }
  const { fields } = put({ fields: { ...arrayValue.values } as unknown as Fields }, path, value)
  return { arrayValue: { values: Object.values(fields) } }
}
