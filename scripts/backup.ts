import { connectTo } from './lib/admin.ts'
import { backUp, pastMinute } from './lib/backup.ts'
import { readFlags, runScript, UserError } from './lib/cli.ts'
import { Database } from './lib/database.ts'

const HELP = `
npm run backup -- --to FOLDER [--at MINUTE] [--per-file N] [--database ID] [--project ID]

Writes every document of Firestore into a folder, exactly as it is stored and all as of one moment: compressed lines of
JSON, and a manifest with a count and a hash of each collection. A run that was stopped goes on where it stopped when the
same command is given again. Accounts (Firebase Authentication) are not in it: docs/operations.md tells how to keep them.
What it writes is personal data: keep it as such.

  --to         a folder that is empty or not there yet, or the one of a run to go on with
  --at         the minute to read as of, with its zone (2026-03-13T13:59Z): what was there before something went wrong. Firestore
               remembers seven days if point-in-time recovery is on, otherwise an hour
  --per-file   documents in a file, usually 10000: what a stopped run does again at most
  --database   another of the project's databases than the one that everything speaks to: one that Google has restored or
               cloned (docs/operations.md)
  --project    a real project, with application-default credentials; usually the emulators of “npm start”. There it reads as
               of the last whole minute; it costs a read a document. Beyond an hour, Firestore wants point-in-time recovery
               to be on.
`

async function main(): Promise<undefined> {
  const flags = readFlags(HELP, {
    to: { type: 'string' },
    at: { type: 'string' },
    'per-file': { type: 'string', default: '10000' },
    database: { type: 'string' },
    project: { type: 'string' },
  })
  if (!flags.to) throw new UserError('Where to? Say --to FOLDER.')
  const perFile = Number(flags['per-file'])
  if (!Number.isInteger(perFile) || perFile < 1) throw new UserError(`${flags['per-file']} is no number (--per-file).`)
  const minute = flags.at === undefined ? undefined : pastMinute(flags.at)
  const admin = await connectTo(flags.project)
  const database = new Database(admin, flags.database)
  const { documents, collections, at } = await backUp(flags.to, database, perFile, minute)
  for (const [name, { documents }] of Object.entries(collections)) console.log(`${name}: ${documents}`)
  console.log(`${documents} documents of ${database.name} as of ${at} are in ${flags.to}.`)
  await admin.close()
}

await runScript(main)
