import { matches } from '#domain/results.ts'
import { connectTo } from './lib/admin.ts'
import { readFlags, runScript, UserError } from './lib/cli.ts'
import { readsToPublish } from './lib/publication-reads.ts'
import { publishResults } from './lib/results.ts'

const HELP = `
npm run results:publish -- --project ID
npm run results:publish -- --emulator

Adds up the tallies of stances and ballots, counts both one by one, and publishes what may be published as
results/current, kept under its number, with the comments that groups share and that divide them. Run it by cron; it
writes nothing if nothing has changed. Groups of fewer than five people are left out, and so is what would give them
away.

If what was counted is not what the tallies say, it publishes that, too, prints both numbers and ends with 1, so that cron
tells somebody: npm run tallies:rebuild shows what is wrong, and mends it.

  --project ID   a real project, with application-default credentials (gcloud auth application-default login, or a
                 service account in GOOGLE_APPLICATION_CREDENTIALS)
  --emulator     the emulators of “npm start”, or those that FIRESTORE_EMULATOR_HOST and FIREBASE_AUTH_EMULATOR_HOST
                 name

It takes at most ${readsToPublish({ subtasks: 18 })} reads where each of the six tasks has three subtasks, one more for each further
subtask, and one for every thousand stances, ballots and comments that are counted (docs/decisions/011-the-sticker-vote.md).
`

async function main(): Promise<number> {
  const { project, emulator } = readFlags(HELP, { project: { type: 'string' }, emulator: { type: 'boolean' } })
  if ((project === undefined) === (emulator === undefined)) {
    throw new UserError('Where? Say either --project ID or --emulator.')
  }
  const admin = await connectTo(project)
  const { isNew, recount } = await publishResults(admin.db)
  console.log(isNew ? 'Published results/current.' : 'Nothing has changed since the last publication.')
  await admin.close()
  if (matches(recount)) return 0
  const { stances, tallied, ballots, ballotsTallied } = recount
  console.error(
    `The tallies differ from the votes: ${stances} stances, tallied ${tallied}; ${ballots} ballots, tallied ` +
      `${ballotsTallied}. “npm run tallies:rebuild” shows where.`,
  )
  return 1
}

await runScript(main)
