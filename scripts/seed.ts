import { type Admin, connectTo } from './lib/admin.ts'
import { readFlags, runScript, UserError } from './lib/cli.ts'
import { seedFirestore } from './seed/seed.ts'
import { importDemoAccounts } from './seed/write.ts'

const HELP = `
npm run seed -- [--project ID]

Fills Firestore with the sample plan, voices, participants and votes, creates the demo accounts, and publishes the
results. What an emulator holds is deleted before.

Without flags it fills the emulators: those that FIRESTORE_EMULATOR_HOST and FIREBASE_AUTH_EMULATOR_HOST name, or
those of “npm start”.

  --project ID   a real project, which must not hold a plan yet. As sample people and votes have no place where real
                 people vote, this must be said twice: the environment variable MADANG_SEED_REAL_PROJECT must hold the
                 same ID. Nothing is deleted there, and no demo account is created.
`

const SECOND_WORD = 'MADANG_SEED_REAL_PROJECT'

async function main(): Promise<undefined> {
  const { project } = readFlags(HELP, { project: { type: 'string' } })
  if (project !== undefined && process.env[SECOND_WORD] !== project) {
    throw new UserError(
      `${project} is a real project, and the seed is sample people and votes. ` +
        `If that is what you want there, say it twice: set ${SECOND_WORD}=${project} too.`,
    )
  }
  const admin = await connectTo(project)
  if (admin.emulators) await importDemoAccounts(admin)
  else await needNoPlan(admin)
  const written = await seedFirestore(admin)
  console.log(`${written} documents written to ${admin.projectId}${admin.emulators ? ' (emulators)' : ''}.`)
  await admin.close()
}

async function needNoPlan({ db, projectId }: Admin): Promise<void> {
  const { empty } = await db.collection('tasks').limit(1).get()
  if (!empty) throw new UserError(`${projectId} holds a plan already: the seed does not write over it.`)
}

await runScript(main)
