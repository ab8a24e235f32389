import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { seedFirestore } from '../seed/seed.ts'
import { importDemoAccounts } from '../seed/write.ts'
import { type Admin, connectToEmulators, type Emulators } from './admin.ts'
import { buildApp } from './build.ts'
import { UserError } from './cli.ts'
import { startFirebaseEmulators } from './firebase-emulators.ts'
import { startFirestore } from './firestore-emulator.ts'
import { hostingFor } from './hosting.ts'
import { CACHE } from './paths.ts'
import { freePorts } from './ports.ts'
import type { Processes } from './processes.ts'

// One folder a process: two runs in the same work tree do not build over each other.
const NAME = `e2e-${process.pid}`
const FOLDER = join(CACHE, NAME)

/** A product as it is deployed, on emulators, with the sample data in it. */
export type E2eStack = {
  /** Address of the page, without a slash at the end. */
  readonly url: string
  readonly emulators: Emulators
  /** The folder that is served: files changed there are a new version of the page. */
  readonly dist: string
  readonly admin: Admin
}

/**
 * Builds the app and serves it under the headers of firebase.json, with real Auth and Firestore emulators behind it.
 * Takes ports that nobody uses, so that it runs beside `npm start` and beside itself.
 * @throws UserError if the build fails
 */
export async function startE2eStack(processes: Processes): Promise<E2eStack> {
  const [hosting = 0, auth = 0, firestorePort = 0] = await freePorts(3)
  const firestore = await startFirestore(processes, firestorePort, true)
  const emulators = { auth: `127.0.0.1:${auth}`, firestore }
  process.once('exit', () => rmSync(FOLDER, { recursive: true, force: true }))
  const dist = join(FOLDER, 'dist')
  if ((await buildApp(processes, { outDir: dist, emulators })) !== 0) throw new UserError('The build failed.')

  const admin = connectToEmulators(emulators)
  const served = { ...hostingFor(emulators), public: 'dist' }
  await Promise.all([
    startFirebaseEmulators(processes, NAME, { auth, hosting }, served).then(() => importDemoAccounts(admin)),
    seedFirestore(admin),
  ])
  return { url: `http://127.0.0.1:${hosting}`, emulators, dist, admin }
}
