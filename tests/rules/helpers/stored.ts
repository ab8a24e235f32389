import { EMULATOR } from './config.ts'
import { DOCUMENTS, type RestValue } from './rest.ts'

/** A value as it is stored: a moment as its text, and a float told from a whole number. */
export type Value =
  | null
  | boolean
  | number
  | string
  | FloatingNumber
  | readonly Value[]
  | { readonly [name: string]: Value }
export type Document = { readonly [name: string]: Value }
/** Everything that is stored, by its path. */
export type Stored = ReadonlyMap<string, Document>

/** A number that is no whole one to Firestore. */
class FloatingNumber {
  readonly number: number
  constructor(number: number) {
    this.number = number
  }
}

/** Reads all documents of all collections, past the rules. */
export async function readStored(): Promise<Stored> {
  const response = await fetch(`${EMULATOR}/v1/${DOCUMENTS}:runQuery`, {
    method: 'POST',
    headers: { authorization: 'Bearer owner' },
    body: JSON.stringify({ structuredQuery: { from: [{ allDescendants: true }] } }),
  })
  const found = (await response.json()) as { document?: { name: string; fields?: Record<string, RestValue> } }[]
  return new Map(
    found.flatMap(({ document }) =>
      document ? [[document.name.slice(DOCUMENTS.length + 1), documentOf(document.fields)] as const] : [],
    ),
  )
}

const documentOf = (fields: Record<string, RestValue> = {}): Document =>
  Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, valueIn(value)]))

function valueIn(value: RestValue): Value {
  const [[kind, held]] = Object.entries(value) as [[string, never]]
  if (kind === 'integerValue') return Number(held)
  if (kind === 'doubleValue') return new FloatingNumber(Number(held))
  if (kind === 'mapValue') return documentOf((held as { fields?: Record<string, RestValue> }).fields)
  if (kind === 'arrayValue') return ((held as { values?: RestValue[] }).values ?? []).map(valueIn)
  return held
}

/** The documents of a collection, by their ids. @param of “tasks/t1/comments” */
export const within = (stored: Stored, of: string): [id: string, document: Document][] =>
  [...stored].flatMap(([path, document]) => {
    const id = path.slice(of.length + 1)
    return path.startsWith(`${of}/`) && !id.includes('/') ? [[id, document] as [string, Document]] : []
  })

/** Whether a float is anywhere in a value. */
export const holdsFloat = (value: Value): boolean =>
  value instanceof FloatingNumber ||
  (value !== null && typeof value === 'object' && Object.values(value).some(holdsFloat))
