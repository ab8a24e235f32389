import { type Admin, connectTo } from './lib/admin.ts'
import { catchUp } from './lib/catch-up.ts'
import { readFlags, runScript, UserError } from './lib/cli.ts'
import { Database } from './lib/database.ts'
import { checkBackup, restore } from './lib/restore.ts'
import { restoreMissing } from './lib/restore-missing.ts'

const HELP = `
npm run restore -- --from FOLDER [--missing | --over] [--project ID]
npm run restore -- --from FOLDER --check

Writes a backup of “npm run backup” into Firestore: checks every line of it before anything is written, and compares every
document afterwards. A damaged backup is refused, its file and line named. A run that was stopped goes on where it stopped
when the same command is given again, within a day.

Whatever is then older than what stands beside it is brought up to that, and named: comments, staff and slips to the log, the
results to the newest publication, tasks to their newest revisions, comments to their newest words that are kept.

  --check     only checks the backup, and asks no database
  --missing   after a wrong deletion: writes the documents that do not exist, leaves all that do, and says how many of each.
              Records of staff stay away, and former words of comments that were taken back. Rebuild the sums after it
              (npm run tallies:rebuild -- --apply)
  --over      for an emulator, or when all is lost: write into a database that is not empty. Documents of the same path are
              replaced, the others stay. On a site that people use THIS BRINGS BACK WHAT WAS: claimed slips, to be claimed
              once more; the words of comments that were taken back; answers, translations, themes and notes as they were;
              which tasks are open; when ballots are taken; votes as they were, and sums and counts that are no longer those
              of the votes. Until it ends, also staff who were removed, with all their rights, voided slips, valid, and
              hidden comments, for everybody to read: these are then done again by the log. Rebuild the sums after it
  --project   a real project, with application-default credentials; usually the emulators of “npm start”
`

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
  if (missing) {
    await writeMissing(from, database)
    await bringUp(admin)
  } else {
    const further = await restore(from, database, over === true, () => bringUp(admin))
    console.log(`${admin.projectId} holds every document of ${from} as it was${beside(further)}.`)
  }
  if (missing || over)
    console.log('Now rebuild the sums (npm run tallies:rebuild -- --apply), and see npm run migrate.')
  await admin.close()
}

const beside = (further: number): string => (further === 0 ? ', and nothing else' : `, and ${further} others`)

async function writeMissing(from: string, database: Database): Promise<void> {
  const { back, same, newer, further, away } = await restoreMissing(from, database)
  console.log(`${back} documents that were missing in ${database.projectId} are back.`)
  console.log(
    `Left as they are: ${same} as in the backup, ${newer} that are others now, ${further} that are not in it.`,
  )
  if (away.length > 0) {
    console.log('Not put back, being records of staff (npm run staff:grant) and words that were taken back:')
    for (const path of away) console.log(`  ${path}`)
  }
}

async function bringUp({ db }: Admin): Promise<void> {
  const changed = await catchUp(db)
  if (changed.length === 0) return
  console.log('These were older than the log and what else stands beside them, and were brought up to it:')
  for (const line of changed) console.log(`  ${line}`)
}

await runScript(main)
