import { FirebaseError } from 'firebase/app'
import { EMULATOR, PROJECT } from './config.ts'
import { tokenOf } from './emulator.ts'

export const DOCUMENTS = `projects/${PROJECT}/databases/(default)/documents`

/** A value as the REST interface writes it. Whole numbers are integers; `double` makes a float of any number. */
export type RestValue = Record<string, unknown>

export const double = (number: number): RestValue => ({ doubleValue: number })
export const integer = (number: number): RestValue => ({ integerValue: String(number) })

export function restValue(value: unknown): RestValue {
  if (value === null) return { nullValue: null }
  if (typeof value === 'string') return { stringValue: value }
  if (typeof value === 'boolean') return { booleanValue: value }
  if (typeof value === 'number') return Number.isInteger(value) ? integer(value) : double(value)
  if (value instanceof Date) return { timestampValue: value.toISOString() }
  if (Array.isArray(value)) return { arrayValue: { values: value.map(restValue) } }
  if (typeof value === 'object')
    return 'doubleValue' in value ? { ...value } : { mapValue: { fields: restFields(value) } }
  throw new Error(`no Firestore value: ${String(value)}`)
}

export const restFields = (data: object): Record<string, RestValue> =>
  Object.fromEntries(Object.entries(data).map(([name, value]) => [name, restValue(value)]))

type Transform = { readonly fieldPath: string } & Readonly<Record<string, unknown>>

export const serverTime = (fieldPath: string): Transform => ({ fieldPath, setToServerValue: 'REQUEST_TIME' })
export const plus = (fieldPath: string, value: RestValue): Transform => ({ fieldPath, increment: value })

export type RestWrite = Readonly<Record<string, unknown>>

/** One write of a commit: the whole document, or only `mask`, then the transforms. */
export const restWrite = (path: string, data: object, transforms: Transform[] = [], mask?: string[]): RestWrite => ({
  update: { name: `${DOCUMENTS}/${path}`, fields: restFields(data) },
  ...(mask ? { updateMask: { fieldPaths: mask } } : {}),
  ...(transforms.length > 0 ? { updateTransforms: transforms } : {}),
})

const base64url = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url')

/** A token as the emulators take it: not signed. */
function unsignedToken(uid: string): string {
  const audience = { iss: `https://securetoken.google.com/${PROJECT}`, aud: PROJECT }
  const claims = { sub: uid, user_id: uid, iat: 0, exp: 4_102_444_800, ...audience, ...tokenOf(uid) }
  return `${base64url({ alg: 'none', typ: 'JWT' })}.${base64url(claims)}.`
}

/** Calls the REST interface as somebody signed in (or as nobody) and fails as the SDK does. */
export async function rest(uid: string | null, method: string, path: string, body?: object): Promise<unknown> {
  const response = await fetch(`${EMULATOR}/v1/${DOCUMENTS}${path}`, {
    method,
    headers: {
      'content-type': 'application/json',
      ...(uid === null ? {} : { authorization: `Bearer ${unsignedToken(uid)}` }),
    },
    ...(body ? { body: JSON.stringify(body) } : {}),
  })
  const answer = await response.text()
  if (response.ok) return JSON.parse(answer)
  const code = /"status":\s*"(\w+)"/.exec(answer)?.[1] ?? `http-${response.status}`
  throw new FirebaseError(code.toLowerCase().replaceAll('_', '-'), answer)
}

export const restCommit = (uid: string | null, ...writes: RestWrite[]): Promise<unknown> =>
  rest(uid, 'POST', ':commit', { writes })

export const restQuery = (uid: string | null, parent: string, query: object): Promise<unknown> =>
  rest(uid, 'POST', `${parent}:runQuery`, { structuredQuery: query })

export const restAggregate = (uid: string | null, parent: string, query: object, what: object): Promise<unknown> =>
  rest(uid, 'POST', `${parent}:runAggregationQuery`, {
    structuredAggregationQuery: { structuredQuery: query, aggregations: [{ alias: 'answer', ...what }] },
  })
