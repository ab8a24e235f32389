import { type Manifest, readDocuments, readManifest } from './backup-files.ts'
import { UserError } from './cli.ts'
import { type Database, json, type StoredDocument } from './database.ts'
import { Progress } from './progress.ts'
import { State } from './restore-state.ts'
import { sideBySide } from './side-by-side.ts'
import { Writer } from './writer.ts'

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

/** What a database holds once a backup was written into it. */
export type Restored = {
  /** How many documents there are beside those of the backup. */
  readonly further: number
  /** Documents that were brought up to what stands beside them. */
  readonly changed: number
  /** Paths of records of staff that were not written. */
  readonly away: readonly string[]
  /** What else is not as in the backup, a line each. */
  readonly wrong: readonly string[]
}

/** Brings what has come back up to the log. @param changed takes the paths of what is not as in the backup any more */
export type Afterwards = (manifest: Manifest, changed: (paths: readonly string[]) => void) => Promise<void>

/**
 * Writes a backup into a database: checks all of it before, brings it up to the log as soon as it is written, and compares
 * all of it in the end, document by document. What stopped before its end goes on after its last whole file, and does again
 * what comes after the last.
 * @param over write also where documents are: those of the backup take the places of those of the same path
 * @throws UserError if the backup is damaged (nothing is written then), or if there are documents and `over` is not given
 */
export async function restore(
  folder: string,
  database: Database,
  over: boolean,
  afterwards: Afterwards = async () => {},
): Promise<Restored> {
  const manifest = await checkBackup(folder)
  const state = new State(folder, database.projectId, manifest)
  if (!state.isBegun) state.wasEmpty = await database.isEmpty()
  if (!state.isBegun && !over && !state.wasEmpty) {
    throw new UserError(
      `${database.projectId} is not empty. --missing writes what is not there and leaves the rest as it is; --over replaces ` +
        'what people have done since (--help).',
      state.expired === null ? '' : `A restoration that was begun at ${state.expired} is no longer gone on with.`,
    )
  }
  if (state.isBegun) console.log(`Going on after ${state.files} of ${manifest.files.length} files.`)
  state.reach(state.files)
  await caughtUp(async () => {
    await writeAll(folder, manifest, database, state)
    await afterwards(manifest, (paths) => state.change(paths))
  })
  const compared = await compare(folder, manifest, database, state)
  // Not before: until here the next run goes on, and does not write once more over what the log has put right. After it, the next
  // run is not to take for done what this one did, whatever came of it.
  state.forget()
  return { ...compared, changed: state.changed.size }
}

/** Does what is only safe once the log was applied. @throws UserError which says so, if it comes to no end */
export async function caughtUp<T>(doing: () => Promise<T>): Promise<T> {
  try {
    return await doing()
  } catch (error) {
    const why = error instanceof UserError ? `${error.message}\n${error.details}` : String(error)
    throw new UserError(
      'It stopped before all that came back was brought up to the log: what was hidden since may be read, what was voided may ' +
        'be valid, and what was claimed be claimed once more. The same command, given again within a day, goes on and does that.',
      why.trim(),
    )
  }
}

/**
 * A dismissal is a deletion, and a record that comes back is one that can be used until the end, hours at the size of a city: long
 * enough for a new entry that makes it good for ever. So there is none where anybody can have been dismissed.
 */
const isAway = ({ path }: StoredDocument, { wasEmpty }: State): boolean => !wasEmpty && path.startsWith('staff/')

async function writeAll(folder: string, manifest: Manifest, database: Database, state: State): Promise<void> {
  const progress = new Progress('Writing', manifest.documents)
  const writer = new Writer((documents) => database.write(documents), progress.advance)
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
    } else if (isAway(document, state)) progress.advance(1)
    else await writer.add(document)
  }
  progress.end()
}

async function compare(folder: string, manifest: Manifest, database: Database, state: State) {
  const progress = new Progress('Comparing', manifest.documents)
  const wrong: string[] = []
  const away: string[] = []
  let further = 0
  for await (const { kept, stored } of sideBySide(folder, manifest, database)) {
    if (!kept) {
      further++
      continue
    }
    const isSame = stored !== undefined && json(stored.fields) === json(kept.fields)
    if (!isSame && isAway(kept, state)) away.push(kept.path)
    else if (!isSame && !state.changed.has(kept.path)) wrong.push(`${kept.path} ${stored ? 'differs' : 'is missing'}`)
    progress.advance(1)
  }
  progress.end()
  return { wrong, away, further }
}
