import { existsSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { type Manifest, readDocuments, readManifest, replaceFile } from './backup-files.ts'
import { UserError } from './cli.ts'
import { type Database, json, type StoredDocument } from './database.ts'
import { Progress } from './progress.ts'

// Firestore takes 500 documents and 10 MiB at once; small batches, many at a time, are what it is quickest at.
const DOCUMENTS_IN_BATCH = 100
const CHARACTERS_IN_BATCH = 2_000_000
const BATCHES_AT_ONCE = 8

const EXAMPLES = 10
const DAY_MS = 86_400_000

/** @throws UserError if there is no whole backup in this folder, naming file and line of what is damaged */
export async function checkBackup(folder: string): Promise<Manifest> {
  const manifest = readManifest(folder)
  if (manifest === null) throw new UserError(`There is no backup in ${folder}.`)
  if (!manifest.complete) throw new UserError(`The backup in ${folder} stopped before its end: run it again to go on.`)
  const progress = new Progress('Checking', manifest.documents)
  for await (const _ of readDocuments(folder, manifest)) progress.advance(1)
  progress.end()
  return manifest
}

/**
 * Writes a backup into a database: checks all of it before, and compares all of it afterwards, document by document. What
 * stopped before its end goes on after its last whole file.
 * @param over write also where documents are: those of the backup take the places of those of the same path
 * @returns how many documents there are beside those of the backup
 * @throws UserError if the backup is damaged (nothing is written then), if there are documents and `over` is not given, or
 *   if the database does not hold the backup afterwards
 */
export async function restore(folder: string, database: Database, over: boolean): Promise<number> {
  const manifest = await checkBackup(folder)
  const state = new State(folder, database.projectId, manifest)
  if (!state.isBegun && !over && !(await database.isEmpty())) {
    throw new UserError(
      `${database.projectId} is not empty. --over writes the backup over it: documents of the same path are replaced, ` +
        'the others stay.',
      state.expired === null ? '' : `A restoration that was begun at ${state.expired} is no longer gone on with.`,
    )
  }
  if (state.isBegun) console.log(`Going on after ${state.files} of ${manifest.files.length} files.`)
  state.reach(state.files)
  await writeAll(folder, manifest, database, state)
  const { wrong, further } = await compare(folder, manifest, database)
  // Whatever comes of it, the next run is not to take for done what this one did.
  state.forget()
  if (wrong.length > 0) {
    const more = wrong.length > EXAMPLES ? [`… and ${wrong.length - EXAMPLES} more`] : []
    throw new UserError(
      `${database.projectId} does not hold the backup (--over writes all of it again):`,
      [...wrong.slice(0, EXAMPLES), ...more].join('\n'),
    )
  }
  return further
}

async function writeAll(folder: string, manifest: Manifest, database: Database, state: State): Promise<void> {
  const progress = new Progress('Writing', manifest.documents)
  const writer = new Writer(database, progress.advance)
  const begun = state.files
  const takeFile = async (index: number) => {
    if (index < begun) return
    await writer.flush()
    state.reach(index + 1)
  }
  let skipped = manifest.files.slice(0, begun).reduce((sum, { documents }) => sum + documents, 0)
  for await (const document of readDocuments(folder, manifest, takeFile)) {
    if (skipped > 0) {
      skipped--
      progress.advance(1)
    } else await writer.add(document)
  }
  progress.end()
}

/** Writes in batches, several at a time. */
class Writer {
  readonly #database: Database
  readonly #written: (documents: number) => void
  readonly #running = new Set<Promise<void>>()
  #batch: StoredDocument[] = []
  #characters = 0

  constructor(database: Database, written: (documents: number) => void) {
    this.#database = database
    this.#written = written
  }

  async add(document: StoredDocument): Promise<void> {
    this.#batch.push(document)
    this.#characters += json(document).length
    if (this.#batch.length < DOCUMENTS_IN_BATCH && this.#characters < CHARACTERS_IN_BATCH) return
    this.#send()
    if (this.#running.size >= BATCHES_AT_ONCE) await Promise.race(this.#running)
  }

  /** Resolves when everything that was added is written. */
  async flush(): Promise<void> {
    this.#send()
    await Promise.all(this.#running)
  }

  #send(): void {
    const batch = this.#batch
    this.#batch = []
    this.#characters = 0
    if (batch.length === 0) return
    const writing = this.#database.write(batch).then(() => {
      this.#running.delete(writing)
      this.#written(batch.length)
    })
    this.#running.add(writing)
    // One that fails stays among those that are waited for, and is heard of there.
    writing.catch(() => {})
  }
}

/** Both are in the order of paths: of two that differ, the earlier is missing from the other side. */
async function compare(folder: string, manifest: Manifest, database: Database) {
  const progress = new Progress('Comparing', manifest.documents)
  const wrong: string[] = []
  let further = 0
  const stored = database.documents()
  let next = await stored.next()
  for await (const kept of readDocuments(folder, manifest)) {
    while (!next.done && inOrder(next.value.path, kept.path) < 0) {
      further++
      next = await stored.next()
    }
    if (next.done || next.value.path !== kept.path) wrong.push(`${kept.path} is missing`)
    else {
      if (json(next.value.fields) !== json(kept.fields)) wrong.push(`${kept.path} differs`)
      next = await stored.next()
    }
    progress.advance(1)
  }
  for (; !next.done; next = await stored.next()) further++
  progress.end()
  return { wrong, further }
}

/** As Firestore orders paths: part by part, each by its bytes. */
function inOrder(one: string, other: string): number {
  if (one === other) return 0
  const [ones, others] = [one.split('/'), other.split('/')]
  for (const [index, part] of ones.entries()) {
    const order = Buffer.compare(Buffer.from(part), Buffer.from(others[index] ?? ''))
    if (order !== 0) return order
  }
  return -1
}

/**
 * How far a restoration into a project has come, kept beside the backup until it is done. After a day it counts for nothing:
 * what it was begun in may have become a site that people use.
 */
class State {
  readonly #file: string
  readonly #at: string
  readonly #begun: string
  /** Whether an earlier run has begun to write. */
  readonly isBegun: boolean
  /** When a run was begun that has to begin again. */
  readonly expired: string | null
  /** Files that are written. */
  files = 0

  constructor(folder: string, project: string, { at }: Manifest) {
    this.#file = join(folder, `restoring-${project}.json`)
    this.#at = at
    const kept = existsSync(this.#file) ? (JSON.parse(readFileSync(this.#file, 'utf8')) as Partial<KeptState>) : {}
    const isOfThis = kept.at === at
    this.isBegun = isOfThis && Date.now() - Date.parse(kept.begun ?? '') < DAY_MS
    this.expired = isOfThis && !this.isBegun ? (kept.begun ?? 'an unknown time') : null
    this.#begun = (this.isBegun && kept.begun) || new Date().toISOString()
    if (this.isBegun) this.files = kept.files ?? 0
  }

  reach(files: number): void {
    this.files = files
    const kept: KeptState = { at: this.#at, begun: this.#begun, files }
    replaceFile(this.#file, `${JSON.stringify(kept)}\n`)
  }

  forget = (): void => rmSync(this.#file, { force: true })
}

type KeptState = { readonly at: string; readonly begun: string; readonly files: number }
