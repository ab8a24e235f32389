import { GoogleAuth } from 'google-auth-library'
import type { Admin } from './admin.ts'
import { UserError } from './cli.ts'
import { pause } from './wait.ts'

/** A value as Firestore's REST interface spells it: `{ integerValue: '1' }` is another than `{ doubleValue: 1 }`. */
export type Value = Readonly<Record<string, unknown>>
export type Fields = Readonly<Record<string, Value>>

/** @property path from the database's root: “tasks/t1/comments/x” */
export type StoredDocument = { readonly path: string; readonly fields: Fields }

/** Documents in one answer: of the usual size about 200 kB. */
const PAGE = 500
const TRIES = 7
const FIRST_PAUSE_MS = 250
/**
 * Answers that mean “later”. 409 is ABORTED, where somebody else writes the same document: ALREADY_EXISTS, which has the same
 * number, answers what is written on a condition, and that is said for each document (`add`).
 */
const PASSING = [409, 429, 500, 502, 503, 504]

/** gRPC's: there is such a document, so that one that was only to be added was not written. */
const ALREADY_EXISTS = 6

/** What Firebase calls the database of a project that is asked for no other. */
const DEFAULT = '(default)'

const SCOPE = 'https://www.googleapis.com/auth/datastore'

/**
 * Firestore past the rules, over its REST interface: the SDK would read 1 and 1.0 as the same number, and write them back
 * as such. Asks for documents of all collections together, in the order of their paths.
 */
export class Database {
  /** The project; and which of its databases, if it is not the one that everything speaks to. */
  readonly name: string
  readonly projectId: string
  readonly isEmulated: boolean
  readonly #root: string
  readonly #address: string
  readonly #headers: () => Promise<Headers>

  constructor({ projectId, emulators }: Pick<Admin, 'projectId' | 'emulators'>, id = DEFAULT) {
    this.name = id === DEFAULT ? projectId : `${projectId}/${id}`
    this.projectId = projectId
    this.isEmulated = emulators !== null
    this.#root = `projects/${projectId}/databases/${id}/documents`
    const server = emulators ? `http://${emulators.firestore}` : 'https://firestore.googleapis.com'
    this.#address = `${server}/v1/${this.#root}`
    const google = emulators ? null : new GoogleAuth({ scopes: SCOPE })
    const owner = new Headers({ Authorization: 'Bearer owner' })
    this.#headers = async () => (google ? await google.getRequestHeaders() : owner)
  }

  /**
   * Every document, also below documents that are not there themselves, in the order of paths, read page by page until one
   * is empty: one that is short does not say that it was the last.
   * @param after the path after which to begin
   * @param at the moment to read as of; otherwise each page is as new as its request
   */
  async *documents({ after, at }: { after?: string | null; at?: string } = {}): AsyncGenerator<StoredDocument> {
    let asked = this.#page(after ?? null, at)
    for (;;) {
      const page = await asked
      const last = page.at(-1)
      if (!last) return
      // On its way while this one is worked on.
      asked = this.#page(last.path, at)
      asked.catch(() => {})
      yield* page
    }
  }

  /** How many documents there are, or null if Firestore does not say. Costs a read for every thousand. */
  async count(at?: string): Promise<number | null> {
    const structuredAggregationQuery = {
      structuredQuery: { from: [{ allDescendants: true }] },
      aggregations: [{ alias: 'all', count: {} }],
    }
    const question = { structuredAggregationQuery, ...(at ? { readTime: at } : {}) }
    // Of very many it may take longer than Firestore answers. What is wrong with the question is wrong with the next one too.
    const answers = (await this.#ask(':runAggregationQuery', question).catch(() => [])) as {
      result?: { aggregateFields: { all: { integerValue: string } } }
    }[]
    const count = Number(answers[0]?.result?.aggregateFields.all.integerValue)
    return Number.isNaN(count) ? null : count
  }

  async isEmpty(): Promise<boolean> {
    return (await this.#page(null, undefined, 1)).length === 0
  }

  /** Writes documents over whatever stands at their paths, all or none; at most 500, and 10 MiB, at once. */
  async write(documents: readonly StoredDocument[]): Promise<void> {
    await this.#ask(':commit', { writes: documents.map(this.#update) })
  }

  /** Writes those documents that do not exist, each for itself, and leaves those that do. As many at once. */
  async add(documents: readonly StoredDocument[]): Promise<void> {
    const currentDocument = { exists: false }
    await this.#ask(':batchWrite', { writes: documents.map((each) => ({ ...this.#update(each), currentDocument })) })
  }

  #update = ({ path, fields }: StoredDocument) => ({
    update: { name: `${this.#root}/${path}`, fields: spelledAll(fields, (name) => this.#absolute(name)) },
  })

  async #page(after: string | null, at: string | undefined, limit = PAGE): Promise<StoredDocument[]> {
    const structuredQuery = {
      // Without a collection's id, of all collections.
      from: [{ allDescendants: true }],
      orderBy: [{ field: { fieldPath: '__name__' } }],
      limit,
      ...(after === null ? {} : { startAt: { values: [{ referenceValue: `${this.#root}/${after}` }], before: false } }),
    }
    const answers = (await this.#ask(':runQuery', { structuredQuery, ...(at ? { readTime: at } : {}) })) as {
      document?: { name: string; fields?: Fields }
    }[]
    return answers.flatMap(({ document }) =>
      document
        ? {
            path: document.name.slice(this.#root.length + 1),
            fields: spelledAll(document.fields ?? {}, (name) => this.#relative(name)),
          }
        : [],
    )
  }

  // A path may begin with “projects/”, but not go on as a database's does: what leads into this one is told by that.
  #relative = (name: string): string => (name.startsWith(`${this.#root}/`) ? name.slice(this.#root.length + 1) : name)

  #absolute = (name: string): string =>
    /^projects\/[^/]+\/databases\/[^/]+\/documents\//.test(name) ? name : `${this.#root}/${name}`

  async #ask(method: string, body: object): Promise<unknown> {
    const text = json(body)
    for (let tries = 1; ; tries++) {
      const { answer, refusal, mayPass } = await this.#send(method, text)
      if (refusal === undefined) return answer
      if (!mayPass || tries === TRIES) throw new UserError(`Firestore of ${this.name} refuses ${method}:`, refusal)
      await pause(FIRST_PAUSE_MS * 2 ** (tries - 1) * (1 + Math.random()))
    }
  }

  async #send(method: string, body: string): Promise<Sent> {
    const headers = new Headers(await this.#headers())
    headers.set('Content-Type', 'application/json')
    try {
      const response = await fetch(this.#address + method, { method: 'POST', headers, body })
      const text = await response.text()
      if (!response.ok) {
        return { refusal: `${response.status} ${messageIn(text)}`, mayPass: PASSING.includes(response.status) }
      }
      const answer: unknown = JSON.parse(text)
      const refusal = errorWithin(answer)
      return refusal === null ? { answer } : { refusal, mayPass: true }
    } catch (error) {
      // No connection, or one that broke in the middle of an answer.
      return {
        refusal: error instanceof Error ? `${error.message} ${error.cause ?? ''}` : String(error),
        mayPass: true,
      }
    }
  }
}

/** An answer, or why there is none, and whether that may pass. */
type Sent = { readonly answer?: unknown; readonly refusal?: string; readonly mayPass?: boolean }

/** Firestore says 200 before it has done everything: what goes wrong after that stands among what it answers. */
function errorWithin(answer: unknown): string | null {
  const parts = (Array.isArray(answer) ? answer : [answer]) as readonly Part[]
  const errors = parts.flatMap(({ error, status = [] }) => (error ? [{ code: -1, ...error }] : status))
  const wrong = errors.find(({ code = 0 }) => code !== 0 && code !== ALREADY_EXISTS)
  return wrong ? (wrong.message ?? json(wrong)) : null
}

/** Of a stream of documents, or of an answer about writes that succeed or fail each for itself. */
type Part = { readonly error?: Status; readonly status?: readonly Status[] }
type Status = { readonly code?: number; readonly message?: string }

const spelledAll = (fields: Fields, rename: (name: string) => string): Fields =>
  Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, spelled(value, rename)]))

/** A value in one of the spellings that mean the same, so that equal values are equal texts; references are renamed. */
function spelled(value: Value, rename: (name: string) => string): Value {
  const [kind = '', held] = Object.entries(value)[0] ?? []
  const inside = (held ?? {}) as Record<string, unknown>
  if (kind === 'mapValue') return { mapValue: { fields: spelledAll((inside.fields ?? {}) as Fields, rename) } }
  if (kind === 'arrayValue')
    return { arrayValue: { values: ((inside.values ?? []) as Value[]).map((each) => spelled(each, rename)) } }
  if (kind === 'referenceValue') return { referenceValue: rename(String(held)) }
  if (kind === 'geoPointValue') return { geoPointValue: { latitude: 0, longitude: 0, ...inside } }
  if (kind === 'timestampValue')
    return { timestampValue: String(held).replace(/\.(\d*?)0*Z$/, (_, digits) => (digits ? `.${digits}Z` : 'Z')) }
  return value
}

/** Of -0, which JSON.stringify writes as 0: too small a number to be another. What reads “-0” takes it for the integer. */
const NEGATIVE_ZERO = '-1e-400'

/** JSON with the names of objects in order, so that equal values are equal texts. */
export function json(value: unknown): string {
  if (Object.is(value, -0)) return NEGATIVE_ZERO
  if (Array.isArray(value)) return `[${value.map(json).join(',')}]`
  if (typeof value !== 'object' || value === null) return JSON.stringify(value)
  const entries = Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1))
  return `{${entries.map(([name, held]) => `${JSON.stringify(name)}:${json(held)}`).join(',')}}`
}

function messageIn(answer: string): string {
  try {
    const parsed = JSON.parse(answer) as { error: { message: string } } | { error: { message: string } }[]
    return (Array.isArray(parsed) ? parsed[0] : parsed)?.error.message ?? answer
  } catch {
    return answer
  }
}
