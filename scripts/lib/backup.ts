import { mkdirSync, readdirSync } from 'node:fs'
import { type Manifest, newManifest, readManifest, writeDocuments, writeManifest } from './backup-files.ts'
import { UserError } from './cli.ts'
import type { Database, StoredDocument } from './database.ts'
import { Progress } from './progress.ts'
import { pause } from './wait.ts'

const MINUTE_MS = 60_000
const WEEK_MS = 7 * 86_400_000

/**
 * Writes every document of a database into a folder, all as of one moment, file by file. What stopped before its end goes
 * on after its last whole file when it is begun again.
 * @param perFile documents in a file
 * @param at the moment to read as of; usually now
 * @throws UserError if the folder holds something else, or a finished backup, or if Firestore counts other than was read
 */
export async function backUp(folder: string, database: Database, perFile: number, at?: string): Promise<Manifest> {
  mkdirSync(folder, { recursive: true })
  let manifest = await begun(folder, database, at)
  const counted = await database.count(manifest.at)
  const progress = new Progress('Reading', counted, manifest.documents)
  const documents = database.documents({ after: manifest.last, at: manifest.at })
  let next = await documents.next()
  async function* oneFile(): AsyncGenerator<StoredDocument> {
    for (let taken = 0; !next.done && taken < perFile; taken++) {
      yield next.value
      progress.advance(1)
      next = await documents.next()
    }
  }
  while (!next.done) {
    manifest = await writeDocuments(folder, manifest, oneFile())
    writeManifest(folder, manifest)
  }
  progress.end()
  needAll(folder, manifest, counted)
  manifest = { ...manifest, complete: true }
  writeManifest(folder, manifest)
  return manifest
}

/** What was read proves nothing of what was not: Firestore's own count, as of the same moment, does. */
function needAll(folder: string, { documents, at }: Manifest, counted: number | null): void {
  if (counted === null) console.log('Firestore did not say how many documents there are: nothing to hold them against.')
  else if (counted !== documents) {
    throw new UserError(
      `Firestore counts ${counted} documents as of ${at}, and ${documents} are in ${folder}: it is not complete, and does ` +
        'not count as a backup. Begin again, in another folder.',
    )
  }
}

/** The manifest to go on with. */
async function begun(folder: string, database: Database, at: string | undefined): Promise<Manifest> {
  const manifest = readManifest(folder)
  if (manifest === null) {
    if (readdirSync(folder).length > 0) throw new UserError(`${folder} is neither empty nor a backup.`)
    const first = newManifest(database.name, at ?? (await momentFor(database)))
    // Also before there is a file: a run that goes on is of the same moment.
    writeManifest(folder, first)
    return first
  }
  if (manifest.complete)
    throw new UserError(`${folder} holds a finished backup of ${manifest.at}: name another folder.`)
  if (manifest.project !== database.name) {
    throw new UserError(`${folder} holds part of a backup of ${manifest.project}, not of ${database.name}.`)
  }
  if (at !== undefined && manifest.at !== at) {
    throw new UserError(`${folder} holds part of a backup as of ${manifest.at}, not of ${at}: name another folder.`)
  }
  console.log(`Going on after ${manifest.documents} documents, as of ${manifest.at}.`)
  return manifest
}

/**
 * The moment to read as of. With point-in-time recovery Firestore remembers whole minutes for seven days, otherwise any moment
 * for an hour.
 */
async function momentFor({ isEmulated }: Database): Promise<string> {
  // An emulator's clock is finer: what was written in this very millisecond, before anybody asked, is later than its beginning.
  if (isEmulated) await pause(2)
  const now = Date.now()
  return new Date(isEmulated ? now : now - (now % MINUTE_MS)).toISOString()
}

/**
 * A moment that point-in-time recovery remembers, as somebody at the keyboard writes it.
 * @throws UserError that says why it is none
 */
export function pastMinute(text: string): string {
  const moment = Date.parse(text)
  if (Number.isNaN(moment) || !/T.*(Z|[+-]\d\d:?\d\d)$/.test(text)) {
    throw new UserError(
      `“${text}” is no time: write it with its zone, as 2026-03-13T13:59Z or 2026-03-13T22:59+09:00 (--at).`,
    )
  }
  if (moment % MINUTE_MS !== 0) throw new UserError(`${text} is no whole minute: Firestore remembers no other (--at).`)
  if (moment > Date.now()) throw new UserError(`${text} is yet to come (--at).`)
  if (moment < Date.now() - WEEK_MS) {
    throw new UserError(`${text} is more than seven days ago: Firestore does not remember it (--at).`)
  }
  return new Date(moment).toISOString()
}
