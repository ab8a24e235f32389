import { createHash } from 'node:crypto'
import { createReadStream, createWriteStream, existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { createGunzip, createGzip } from 'node:zlib'
import { UserError } from './cli.ts'
import { type Fields, json, type StoredDocument } from './database.ts'

// The format is described in docs/operations.md.

const FORMAT = 'madang-backup/1'
const MANIFEST = 'manifest.json'
const MARK_LENGTH = 16

// Collections of the same kind count as one: tasks/*/comments are the comments of all tasks.
type Collection = { readonly documents: number; readonly sha256: string }

export type Manifest = {
  readonly format: typeof FORMAT
  readonly project: string
  /** The moment that the documents are of, as Firestore writes moments. */
  readonly at: string
  /** Whether everything is in it; if not, it goes on after the path `last`. */
  readonly complete: boolean
  readonly last: string | null
  readonly documents: number
  readonly files: readonly { readonly name: string; readonly documents: number }[]
  readonly collections: Readonly<Record<string, Collection>>
}

export const newManifest = (project: string, at: string): Manifest => ({
  format: FORMAT,
  project,
  at,
  complete: false,
  last: null,
  documents: 0,
  files: [],
  collections: {},
})

/** What stands in this folder, or null if there is no backup in it. @throws UserError if it cannot be read */
export function readManifest(folder: string): Manifest | null {
  const file = join(folder, MANIFEST)
  if (!existsSync(file)) return null
  let manifest: Partial<Manifest>
  try {
    manifest = JSON.parse(readFileSync(file, 'utf8'))
  } catch (error) {
    throw new UserError(`${file} cannot be read: ${messageOf(error)}`)
  }
  if (manifest.format !== FORMAT) throw new UserError(`${file} is of another format than ${FORMAT}: ${manifest.format}`)
  return manifest as Manifest
}

export const writeManifest = (folder: string, manifest: Manifest): void =>
  replaceFile(join(folder, MANIFEST), `${JSON.stringify(manifest, null, 2)}\n`)

/** Writes a file so that there is always a whole one, whatever happens meanwhile. */
export function replaceFile(file: string, content: string): void {
  writeFileSync(`${file}.new`, content, { flush: true })
  renameSync(`${file}.new`, file)
}

/** Writes one file of a backup. @returns the manifest that names it; until that is written, the file does not count */
export async function writeDocuments(
  folder: string,
  manifest: Manifest,
  documents: AsyncIterable<StoredDocument>,
): Promise<Manifest> {
  const name = `${String(manifest.files.length + 1).padStart(5, '0')}.ndjson.gz`
  const ledger = new Ledger(manifest.collections)
  let written = 0
  let last = manifest.last
  async function* lines() {
    for await (const document of documents) {
      const { path, fields } = document
      yield `{"path":${json(path)},"mark":"${ledger.add(document)}","fields":${json(fields)}}\n`
      written++
      last = path
    }
  }
  await pipeline(lines, createGzip(), createWriteStream(join(folder, name), { flush: true }))
  return {
    ...manifest,
    last,
    documents: manifest.documents + written,
    files: [...manifest.files, { name, documents: written }],
    collections: ledger.collections(),
  }
}

/**
 * Every document of a backup, each held against its mark, and all of them in the end against the manifest.
 * @param onFile called after the last document of each file has been taken
 * @throws UserError that names file and line of what is damaged
 */
export async function* readDocuments(
  folder: string,
  manifest: Manifest,
  onFile: (index: number) => Promise<void> = async () => {},
): AsyncGenerator<StoredDocument> {
  const ledger = new Ledger({})
  for (const [index, { name, documents }] of manifest.files.entries()) {
    const file = join(folder, name)
    let line = 0
    for await (const text of linesOf(file)) {
      line++
      const document = parse(text)
      if (document === null || ledger.add(document) !== document.mark) {
        throw new UserError(`${file}:${line} is damaged${document ? ` (${document.path})` : ''}.`)
      }
      yield document
    }
    if (line !== documents) throw new UserError(`${file}:${line} is its last line, but there should be ${documents}.`)
    await onFile(index)
  }
  const wrong = differing(manifest.collections, ledger.collections())
  if (wrong.length > 0) {
    throw new UserError(`The files in ${folder} are not what ${MANIFEST} says of them:`, wrong.join('\n'))
  }
}

function differing(said: Manifest['collections'], found: Manifest['collections']): string[] {
  const names = [...new Set([...Object.keys(said), ...Object.keys(found)])]
  return names
    .filter((name) => said[name]?.documents !== found[name]?.documents || said[name]?.sha256 !== found[name]?.sha256)
    .map((name) => `${name}: ${found[name]?.documents ?? 0} documents instead of ${said[name]?.documents ?? 0}`)
}

type MarkedDocument = StoredDocument & { readonly mark: string }

function parse(line: string): MarkedDocument | null {
  try {
    const { path, fields, mark } = JSON.parse(line) as Partial<MarkedDocument>
    const isWhole =
      typeof path === 'string' && typeof fields === 'object' && fields !== null && typeof mark === 'string'
    return isWhole ? { path, fields: fields as Fields, mark } : null
  } catch {
    return null
  }
}

/** The lines of a compressed file. Node's own reader would also break them at U+2028, which people write. */
async function* linesOf(file: string): AsyncGenerator<string> {
  let rest = ''
  let line = 1
  // Errors of the file have to reach the one who reads what is decompressed.
  const source = createReadStream(file)
  const stream = source.pipe(createGunzip()).setEncoding('utf8')
  source.on('error', (error) => stream.destroy(error))
  try {
    for await (const chunk of stream) {
      const lines = (rest + chunk).split('\n')
      rest = lines.pop() ?? ''
      line += lines.length
      yield* lines
    }
  } catch (error) {
    throw error instanceof UserError ? error : new UserError(`${file}:${line} cannot be read: ${messageOf(error)}`)
  } finally {
    source.destroy()
  }
  if (rest !== '') throw new UserError(`${file}:${line} ends in the middle.`)
}

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error))

// Of tasks/t1/comments/x, tasks/*/comments.
const collectionOf = (path: string): string =>
  path
    .split('/')
    .slice(0, -1)
    .map((part, index) => (index % 2 === 0 ? part : '*'))
    .join('/')

/** Counts and hashes documents as they pass: the hash of a collection is of the one before and the next document. */
class Ledger {
  readonly #collections: Map<string, Collection>

  constructor(before: Manifest['collections']) {
    this.#collections = new Map(Object.entries(before))
  }

  /** @returns how its collection's hash begins now: the document's mark */
  add({ path, fields }: StoredDocument): string {
    const name = collectionOf(path)
    const { documents, sha256 } = this.#collections.get(name) ?? { documents: 0, sha256: '' }
    const next = createHash('sha256')
      .update(sha256)
      .update(json([path, fields]))
      .digest('hex')
    this.#collections.set(name, { documents: documents + 1, sha256: next })
    return next.slice(0, MARK_LENGTH)
  }

  collections = (): Record<string, Collection> => Object.fromEntries(this.#collections)
}
