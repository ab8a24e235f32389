import { type Admin, connectTo } from './lib/admin.ts'
import type { Manifest } from './lib/backup-files.ts'
import { catchUp } from './lib/catch-up.ts'
import { readFlags, runScript, UserError } from './lib/cli.ts'
import { Database } from './lib/database.ts'
import { type Afterwards, caughtUp, checkBackup, type Restored, restore } from './lib/restore.ts'
import { restoreMissing } from './lib/restore-missing.ts'

const HELP = `
npm run restore -- --from FOLDER [--missing | --over] [--project ID]
npm run restore -- --from FOLDER --check

Writes a backup of “npm run backup” into Firestore: checks every line of it before anything is written, and compares every
document afterwards. A damaged backup is refused, its file and line named. A run that was stopped goes on where it stopped
when the same command is given again, within a day.

Whatever is then older than what stands beside it is brought up to that, and named: comments, staff and slips to the log, slips
to whoever came with them (two reads for each of these), the results to the newest publication, tasks to their newest
revisions, comments to their newest words that are kept.

  --check     only checks the backup, and asks no database
  --missing   after a wrong deletion: writes the documents that do not exist, leaves all that do, and says how many of each.
              Records of staff stay away, and former words of comments that were taken back. Rebuild the sums after it
              (npm run tallies:rebuild -- --apply)
  --over      for an emulator, or when all is lost: write into a database that is not empty. Documents of the same path are
              replaced, the others stay. On a site that people use THIS BRINGS BACK WHAT WAS: the words of comments that
              were taken back; answers, translations, themes and notes as they were; which tasks are open; when ballots are
              taken; votes as they were, and sums and counts that are no longer those of the votes. Until all is brought up,
              also claimed slips, to be claimed once more (which those of people who came and left since remain), voided
              slips, valid, and hidden comments, for everybody to read. Records of staff stay as they are. Rebuild the sums
              after it
  --project   a real project, with application-default credentials; usually the emulators of “npm start”
`

/** Of documents that are not as in the backup. */
const EXAMPLES = 10

async function main(): Promise<undefined> {
  const { from, check, missing, over, project } = readFlags(HELP, {
    from: { type: 'string' },
    check: { type: 'boolean' },
    missing: { type: 'boolean' },
    over: { type: 'boolean' },
    project: { type: 'string' },
  })
  if (!from) throw new UserError('From where? Say --from FOLDER.')
  if (missing && over)
    throw new UserError('Either --missing, which leaves what is there, or --over, which replaces it.')
  if (check) {
    const { documents, at, project: source } = await checkBackup(from)
    console.log(`The backup is whole: ${documents} documents of ${source} as of ${at}.`)
    return
  }
  const admin = await connectTo(project)
  const database = new Database(admin)
  let isUpToDate = false
  const afterwards: Afterwards = async (manifest, changed) => {
    await bringUp(admin, manifest, changed)
    isUpToDate = true
  }
  try {
    if (missing) {
      const manifest = await writeMissing(from, database)
      await caughtUp(() => afterwards(manifest, () => {}))
    } else tell(admin.projectId, from, over === true, await restore(from, database, over === true, afterwards))
  } finally {
    // Also where people went on meanwhile, so that some of it differs.
    if (isUpToDate && (missing || over))
      console.log('Now rebuild the sums (npm run tallies:rebuild -- --apply), and see npm run migrate.')
  }
  await admin.close()
}

/** @throws UserError if the database does not hold the backup */
function tell(project: string, from: string, over: boolean, { further, changed, away, wrong }: Restored): void {
  if (away.length > 0) {
    console.log('Left as they are, being records of staff in a database that was not empty (npm run staff:grant):')
    for (const path of away) console.log(`  ${path}`)
  }
  if (wrong.length > 0) {
    const more = wrong.length > EXAMPLES ? [`… and ${wrong.length - EXAMPLES} more`] : []
    throw new UserError(
      over
        ? `${project} has been brought up to the log, but is not all as in the backup. If people use it, they wrote this meanwhile:`
        : `${project} does not hold the backup (--over writes all of it again):`,
      [...wrong.slice(0, EXAMPLES), ...more].join('\n'),
    )
  }
  const but = changed + away.length > 0 ? ', but for what is named above' : ''
  const beside = further === 0 ? ', and nothing else' : `, and ${further} others`
  console.log(`${project} holds every document of ${from} as it was${but}${beside}.`)
}

async function writeMissing(from: string, database: Database): Promise<Manifest> {
  const { manifest, back, same, newer, further, away } = await restoreMissing(from, database)
  console.log(`${back} documents that were missing in ${database.projectId} are back.`)
  console.log(
    `Left as they are: ${same} as in the backup, ${newer} that are others now, ${further} that are not in it.`,
  )
  if (away.length > 0) {
    console.log('Not put back, being records of staff (npm run staff:grant) and words that were taken back:')
    for (const path of away) console.log(`  ${path}`)
  }
  return manifest
}

async function bringUp({ db }: Admin, { at }: Manifest, changed: (paths: readonly string[]) => void): Promise<void> {
  let isFirst = true
  await catchUp(db, Date.parse(at), ({ said, paths }) => {
    if (isFirst) console.log('Brought up to the log and what else stands beside them, being older than that:')
    isFirst = false
    console.log(`  ${said}`)
    changed(paths)
  })
}

await runScript(main)
