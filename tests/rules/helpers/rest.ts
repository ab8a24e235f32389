import type { TokenOptions } from '@firebase/rules-unit-testing'
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

/**
 * Demands of a batch that a document be there that is not, which is found out after the rules have been asked: what they
 * let pass fails as `not-found`, and nothing is done.
 */
export const IN_VAIN: RestWrite = { verify: `${DOCUMENTS}/tasks/none`, currentDocument: { exists: true } }

/** The document that a write is about. */
export function pathOf(write: RestWrite): string {
  const name = (write.update as { name: string } | undefined)?.name ?? (write.delete as string)
  return name.slice(DOCUMENTS.length + 1)
}

/** One write of a commit: the whole document, or only `mask`, then the transforms. */
export const restWrite = (path: string, data: object, transforms: Transform[] = [], mask?: string[]): RestWrite => ({
  update: { name: `${DOCUMENTS}/${path}`, fields: restFields(data) },
  ...(mask ? { updateMask: { fieldPaths: mask } } : {}),
  ...(transforms.length > 0 ? { updateTransforms: transforms } : {}),
})

const base64url = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url')

/** Who calls: somebody with a verified e-mail, somebody whose token says otherwise, or nobody. */
export type Caller = string | null | { readonly uid: string; readonly token: TokenOptions }

/** A token as the emulators take it: not signed. */
function unsignedToken(caller: Exclude<Caller, null>): string {
  const { uid, token } = typeof caller === 'string' ? { uid: caller, token: {} } : caller
  const audience = { iss: `https://securetoken.google.com/${PROJECT}`, aud: PROJECT }
  const claims = { sub: uid, user_id: uid, iat: 0, exp: 4_102_444_800, ...audience, ...tokenOf(uid), ...token }
  return `${base64url({ alg: 'none', typ: 'JWT' })}.${base64url(claims)}.`
}

/** Calls the REST interface and fails as the SDK does. */
export async function rest(caller: Caller, method: string, path: string, body?: object): Promise<unknown> {
  const response = await fetch(`${EMULATOR}/v1/${DOCUMENTS}${path}`, {
    method,
    headers: {
      'content-type': 'application/json',
      ...(caller === null ? {} : { authorization: `Bearer ${unsignedToken(caller)}` }),
    },
    ...(body ? { body: JSON.stringify(body) } : {}),
  })
  const answer = await response.text()
  if (response.ok) return JSON.parse(answer)
  const code = /"status":\s*"(\w+)"/.exec(answer)?.[1] ?? `http-${response.status}`
  throw new FirebaseError(code.toLowerCase().replaceAll('_', '-'), answer)
}

export const restCommit = (caller: Caller, ...writes: RestWrite[]): Promise<unknown> =>
  rest(caller, 'POST', ':commit', { writes })

export const restQuery = (uid: string | null, parent: string, query: object): Promise<unknown> =>
  rest(uid, 'POST', `${parent}:runQuery`, { structuredQuery: query })

export const restAggregate = (uid: string | null, parent: string, query: object, what: object): Promise<unknown> =>
  rest(uid, 'POST', `${parent}:runAggregationQuery`, {
    structuredAggregationQuery: { structuredQuery: query, aggregations: [{ alias: 'answer', ...what }] },
  })
