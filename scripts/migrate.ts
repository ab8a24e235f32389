import { connectTo } from './lib/admin.ts'
import { readFlags, runScript } from './lib/cli.ts'
import { migrate, schemaVersion } from './lib/migrations.ts'
import { MIGRATIONS } from './migrations/all.ts'

const HELP = `
npm run migrate -- [--apply] [--project ID]

Shows how many documents are of an older shape than the code has, by the migrations in scripts/migrations: all of them every
time, as a restored backup may bring back documents of before. With --apply it changes them, in order; settings/schema notes
each that is through. A run that was stopped is begun again. Make a backup before (npm run backup).

  --project   a real project, with application-default credentials; usually the emulators of “npm start”. It costs a read a
              document that a migration looks at, and a write a document that it changes.
`

async function main(): Promise<undefined> {
  const { apply = false, project } = readFlags(HELP, { apply: { type: 'boolean' }, project: { type: 'string' } })
  const admin = await connectTo(project)
  const changed = await migrate(admin.db, MIGRATIONS, apply)
  for (const [number, documents] of changed) {
    const { title } = MIGRATIONS[number - 1] ?? {}
    console.log(`${number}. ${title}: ${documents} documents ${apply ? 'changed' : 'to change'}`)
  }
  const version = await schemaVersion(admin.db)
  console.log(`${admin.projectId} has version ${version} of ${MIGRATIONS.length}.`)
  const isDone = version === MIGRATIONS.length && [...changed.values()].every((documents) => documents === 0)
  if (!apply && !isDone) console.log('Nothing was changed: this was a look. Add --apply to change it.')
  await admin.close()
}

await runScript(main)
