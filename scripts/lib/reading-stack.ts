import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { seedFirestore } from '../seed/seed.ts'
import { connectToEmulators, type Emulators } from './admin.ts'
import { buildApp } from './build.ts'
import { UserError } from './cli.ts'
import { startFirestore } from './firestore-emulator.ts'
import { type Hosting, hostingFor } from './hosting.ts'
import { serveFolder } from './hosting-server.ts'
import { CACHE } from './paths.ts'
import { freePorts } from './ports.ts'
import type { Processes } from './processes.ts'

/** A product to read in: pages and Firestore with the sample data. Nobody can sign in. */
export type ReadingStack = {
  readonly url: string
  /** Folder of the build. */
  readonly dist: string
  readonly emulators: Emulators
  readonly hosting: Hosting
}

/**
 * Builds the app, starts Firestore and serves both.
 * @param before puts something between the page and the emulator at the address it is given, and gives back its own
 * @throws UserError if the build fails
 */
export async function startReadingStack(
  processes: Processes,
  before: (emulator: string) => Promise<string> = async (emulator) => emulator,
): Promise<ReadingStack> {
  const [port = 0, auth = 0, web = 0] = await freePorts(3)
  const firestore = await startFirestore(processes, port)
  // Nothing listens at the address for signing in, which only an app that is asked to would notice.
  const emulators = { auth: `127.0.0.1:${auth}`, firestore: await before(firestore) }
  const folder = join(CACHE, `reading-${process.pid}`)
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }))
  const dist = join(folder, 'dist')
  if ((await buildApp(processes, { outDir: dist, emulators })) !== 0) throw new UserError('The build failed.')
  const admin = connectToEmulators({ ...emulators, firestore })
  await seedFirestore(admin)
  await admin.close()
  const hosting = hostingFor(emulators)
  return { url: await serveFolder(web, { folder: dist, hosting }), dist, emulators, hosting }
}
