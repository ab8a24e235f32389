import type { Manifest } from './backup-files.ts'
import { type Database, json, type StoredDocument } from './database.ts'
import { Progress } from './progress.ts'
import { caughtUp, checkBackup } from './restore.ts'
import { State } from './restore-state.ts'
import { sideBySide } from './side-by-side.ts'
import { Writer } from './writer.ts'

/** What there was when the documents that were missing had been written. */
type Found = {
  readonly manifest: Manifest
  readonly back: number
  /** As the backup has them. */
  readonly same: number
  /** Written since: left as they are. */
  readonly newer: number
  /** Not in the backup. */
  readonly further: number
  /** Paths that are left away, as they are deleted on purpose. */
  readonly away: readonly string[]
}

/**
 * Writes what a backup has and a database has not, and nothing else: what exists is left, also if it comes into being at
 * the same time. What stopped before its end is begun again, and finds less to write.
 * @throws UserError if the backup is damaged (nothing is written then)
 */
export async function restoreMissing(folder: string, database: Database): Promise<Found> {
  const manifest = await checkBackup(folder)
  const found = await caughtUp(() => writeMissing(folder, manifest, database))
  // A run without --missing is not to go on where one of before has stopped, over what is there now.
  new State(folder, database.projectId, manifest).forget()
  return { manifest, ...found }
}

async function writeMissing(folder: string, manifest: Manifest, database: Database): Promise<Omit<Found, 'manifest'>> {
  const progress = new Progress('Comparing', manifest.documents)
  const writer = new Writer(
    (documents) => database.add(documents),
    () => {},
  )
  const counts = { back: 0, same: 0, newer: 0, further: 0 }
  const away: string[] = []
  let withdrawn = ''
  for await (const { kept, stored } of sideBySide(folder, manifest, database)) {
    if (stored?.fields.status?.stringValue === 'withdrawn') withdrawn = stored.path
    if (!kept) {
      counts.further++
      continue
    }
    if (stored) counts[json(stored.fields) === json(kept.fields) ? 'same' : 'newer']++
    else if (isAway(kept, withdrawn)) away.push(kept.path)
    else {
      counts.back++
      await writer.add(kept)
    }
    progress.advance(1)
  }
  await writer.flush()
  progress.end()
  return { ...counts, away }
}

/**
 * Nobody can tell a dismissal from a deletion by mistake, and rights are not given by a script that guesses. What somebody
 * wrote before goes when they take their comment back: that is public, and stays gone.
 * @param withdrawn the last comment that was; what lies below it comes right after it
 */
const isAway = ({ path }: StoredDocument, withdrawn: string): boolean =>
  path.startsWith('staff/') || (withdrawn !== '' && path.startsWith(`${withdrawn}/edits/`))
