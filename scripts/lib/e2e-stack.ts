import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Firestore } from 'firebase-admin/firestore'
import { seedFirestore } from '../seed/seed.ts'
import { importDemoAccounts } from '../seed/write.ts'
import { connectToEmulators, type Emulators } from './admin.ts'
import { buildApp } from './build.ts'
import { UserError } from './cli.ts'
import { startFirebaseEmulators } from './firebase-emulators.ts'
import { runningFirestore, startFirestore } from './firestore-emulator.ts'
import { hostingFor } from './hosting.ts'
import { CACHE } from './paths.ts'
import { freePorts } from './ports.ts'
import type { Processes } from './processes.ts'

/** A product as it is deployed, on emulators, with the sample data in it. */
export type E2eStack = {
  /** Address of the page, without a slash at the end. */
  readonly url: string
  readonly emulators: Emulators
  /** The folder that is served: files changed there are a new version of the page. */
  readonly dist: string
  readonly db: Firestore
}

/** Where a product is going to be. */
type Place = {
  /** Its folder under .cache, one a product: two runs in the same work tree do not build over each other. */
  readonly name: string
  readonly dist: string
  readonly hosting: number
  readonly auth: number
  readonly firestore: number
  readonly emulators: Emulators
}

/**
 * Builds the app and serves it under the headers of firebase.json, with real Auth and Firestore emulators behind it; so many
 * products, each with emulators and data of its own. Takes ports that nobody uses, so that it runs beside `npm start` and
 * beside itself. Where FIRESTORE_EMULATOR_HOST names an emulator, that one is emptied and used: then there can be one product only.
 * @throws UserError if the build fails
 */
export async function startE2eStacks(processes: Processes, number: number): Promise<readonly E2eStack[]> {
  const places = await choosePlaces(number)
  await Promise.all([
    build(processes, places),
    ...places.flatMap(({ name, hosting, auth, firestore, emulators }) => [
      startFirestore(processes, firestore, true),
      startFirebaseEmulators(processes, name, { auth, hosting }, { ...hostingFor(emulators), public: 'dist' }),
    ]),
  ])
  const stacks: E2eStack[] = []
  const seeding: Promise<unknown>[] = []
  // One after the other: firebase-admin takes its Auth emulator from the environment.
  for (const { hosting, emulators, dist } of places) {
    const admin = connectToEmulators(emulators)
    await importDemoAccounts(admin)
    seeding.push(seedFirestore(admin))
    stacks.push({ url: `http://127.0.0.1:${hosting}`, emulators, dist, db: admin.db })
  }
  await Promise.all(seeding)
  return stacks
}

/** One of them. */
export async function startE2eStack(processes: Processes): Promise<E2eStack> {
  const [stack] = await startE2eStacks(processes, 1)
  if (!stack) throw new Error('No product was started.')
  return stack
}

async function choosePlaces(number: number): Promise<readonly Place[]> {
  const running = runningFirestore()
  const ports = await freePorts(3 * number)
  return Array.from({ length: number }, (_, index) => {
    const [hosting = 0, auth = 0, firestore = 0] = ports.slice(3 * index)
    const name = `e2e-${process.pid}-${index + 1}`
    const folder = join(CACHE, name)
    process.once('exit', () => rmSync(folder, { recursive: true, force: true }))
    const emulators = { auth: `127.0.0.1:${auth}`, firestore: running ?? `127.0.0.1:${firestore}` }
    const dist = join(folder, 'dist')
    mkdirSync(dist, { recursive: true })
    return { name, dist, hosting, auth, firestore, emulators }
  })
}

/** Builds it once: for the others, the same with the addresses of their emulators. */
async function build(processes: Processes, [first, ...others]: readonly Place[]): Promise<void> {
  if (!first) return
  const { dist, emulators } = first
  if ((await buildApp(processes, { outDir: dist, emulators })) !== 0) throw new UserError('The build failed.')
  for (const other of others) {
    cpSync(dist, other.dist, { recursive: true })
    const files = readdirSync(other.dist, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.js'))
    for (const file of files.map((name) => join(other.dist, name))) {
      const text = readFileSync(file, 'utf8')
      const theirs = text
        .replaceAll(emulators.auth, other.emulators.auth)
        .replaceAll(emulators.firestore, other.emulators.firestore)
      if (theirs !== text) writeFileSync(file, theirs)
    }
  }
}
