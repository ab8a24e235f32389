import { type Manifest, readDocuments, readManifest } from './backup-files.ts'
import { UserError } from './cli.ts'
import { type Database, json } from './database.ts'
import { Progress } from './progress.ts'
import { State } from './restore-state.ts'
import { sideBySide } from './side-by-side.ts'
import { Writer } from './writer.ts'

const EXAMPLES = 10

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
 * @param afterwards is done once everything is written and compared, whatever that found: where people go on, some of it differs
 * @returns how many documents there are beside those of the backup
 * @throws UserError if the backup is damaged (nothing is written then), if there are documents and `over` is not given, or
 *   if the database does not hold the backup afterwards
 */
export async function restore(
  folder: string,
  database: Database,
  over: boolean,
  afterwards: () => Promise<void> = async () => {},
): Promise<number> {
  const manifest = await checkBackup(folder)
  const state = new State(folder, database.projectId, manifest)
  if (!state.isBegun && !over && !(await database.isEmpty())) {
    throw new UserError(
      `${database.projectId} is not empty. --missing writes what is not there and leaves the rest as it is; --over replaces ` +
        'what people have done since (--help).',
      state.expired === null ? '' : `A restoration that was begun at ${state.expired} is no longer gone on with.`,
    )
  }
  if (state.isBegun) console.log(`Going on after ${state.files} of ${manifest.files.length} files.`)
  state.reach(state.files)
  await writeAll(folder, manifest, database, state)
  const { wrong, further } = await compare(folder, manifest, database)
  // Whatever comes of it, the next run is not to take for done what this one did.
  state.forget()
  await afterwards()
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
    } else await writer.add(document)
  }
  progress.end()
}

async function compare(folder: string, manifest: Manifest, database: Database) {
  const progress = new Progress('Comparing', manifest.documents)
  const wrong: string[] = []
  let further = 0
  for await (const { kept, stored } of sideBySide(folder, manifest, database)) {
    if (!kept) {
      further++
      continue
    }
    if (!stored) wrong.push(`${kept.path} is missing`)
    else if (json(stored.fields) !== json(kept.fields)) wrong.push(`${kept.path} differs`)
    progress.advance(1)
  }
  progress.end()
  return { wrong, further }
}
