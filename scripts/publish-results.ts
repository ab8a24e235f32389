import { connectTo } from './lib/admin.ts'
import { readFlags, runScript, UserError } from './lib/cli.ts'
import { publishResults } from './lib/results.ts'

const HELP = `
npm run results:publish -- --project ID
npm run results:publish -- --emulator

Adds up the tallies of the stances, counts the stances one by one, and publishes what may be published as
results/current. Run it by cron; it writes nothing if nothing has changed. Groups of fewer than five people are left
out, and so is what would give them away.

  --project ID   a real project, with application-default credentials (gcloud auth application-default login, or a
                 service account in GOOGLE_APPLICATION_CREDENTIALS)
  --emulator     the emulators of “npm start”, or those that FIRESTORE_EMULATOR_HOST and FIREBASE_AUTH_EMULATOR_HOST
                 name

It reads the six tasks, 36 sums and counts over at most 160 tallies a task, and one read for every thousand stances
and comments.
`

async function main(): Promise<undefined> {
  const { project, emulator } = readFlags(HELP, { project: { type: 'string' }, emulator: { type: 'boolean' } })
  if ((project === undefined) === (emulator === undefined)) {
    throw new UserError('Where? Say either --project ID or --emulator.')
  }
  const admin = await connectTo(project)
  const isNew = await publishResults(admin.db)
  console.log(isNew ? 'Published results/current.' : 'Nothing has changed since the last publication.')
  await admin.close()
}

await runScript(main)
