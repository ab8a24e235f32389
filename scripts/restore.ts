import { connectTo } from './lib/admin.ts'
import { readFlags, runScript, UserError } from './lib/cli.ts'
import { Database } from './lib/database.ts'
import { checkBackup, restore } from './lib/restore.ts'

const HELP = `
npm run restore -- --from FOLDER [--over] [--project ID]
npm run restore -- --from FOLDER --check

Writes a backup of “npm run backup” into Firestore: checks every line of it before anything is written, and compares every
document afterwards. A damaged backup is refused, its file and line named. A run that was stopped goes on where it stopped
when the same command is given again.

  --check     only checks the backup, and asks no database
  --over      write also into a database that is not empty: documents of the same path are replaced, the others stay
  --project   a real project, with application-default credentials; usually the emulators of “npm start”
`

async function main(): Promise<undefined> {
  const { from, check, over, project } = readFlags(HELP, {
    from: { type: 'string' },
    check: { type: 'boolean' },
    over: { type: 'boolean' },
    project: { type: 'string' },
  })
  if (!from) throw new UserError('From where? Say --from FOLDER.')
  if (check) {
    const { documents, at, project: source } = await checkBackup(from)
    console.log(`The backup is whole: ${documents} documents of ${source} as of ${at}.`)
    return
  }
  const admin = await connectTo(project)
  const further = await restore(from, new Database(admin), over === true)
  console.log(`${admin.projectId} holds every document of ${from} as it was${beside(further)}.`)
  await admin.close()
}

const beside = (further: number): string => (further === 0 ? ', and nothing else' : `, and ${further} others`)

await runScript(main)
