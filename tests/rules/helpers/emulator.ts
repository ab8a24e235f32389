import { initializeTestEnvironment, type RulesTestEnvironment, type TokenOptions } from '@firebase/rules-unit-testing'
import { deleteApp, type FirebaseApp, initializeApp } from 'firebase/app'
import type { Firestore as ListeningFirestore } from 'firebase/firestore'
import { connectFirestoreEmulator, type Firestore, getFirestore, setLogLevel } from 'firebase/firestore/lite'
import { afterAll, afterEach, beforeAll, beforeEach } from 'vitest'
import { EMULATOR, PROJECT } from './config.ts'
import { distrust, expectNoEvaluationError, isKnown, keepReportShort, loadRules } from './coverage.ts'

// Every refusal would be logged, with the whole request.
setLogLevel('silent')

const { hostname: host, port } = new URL(EMULATOR)
const apps: FirebaseApp[] = []
let environment: RulesTestEnvironment

// Vitest's ten seconds can be short on a busy machine.
const PATIENCE = 60_000

/**
 * Starts every test of a file with an empty database, and fails where any rule met an evaluation error: at once if the test
 * itself asked what the rules came to, which takes longer than all the rest of it, else with the file.
 */
export function onEmulator(): void {
  beforeAll(async () => {
    environment = await initializeTestEnvironment({ projectId: PROJECT, firestore: { host, port: Number(port) } })
    // The emulator has the rules already; a mutant's are others each time.
    if (process.env.RULES_FILE) await loadRules()
    await expectNoEvaluationError()
  }, PATIENCE)
  beforeEach(async () => {
    await environment.clearFirestore()
    await keepReportShort()
  }, PATIENCE)
  afterEach(async () => {
    if (isKnown()) await expectNoEvaluationError()
    await Promise.all(apps.splice(0).map(deleteApp))
  }, PATIENCE)
  afterAll(async () => {
    await expectNoEvaluationError()
    // The next file begins with reading it, however long it is.
    await keepReportShort()
    await environment.cleanup()
  }, PATIENCE)
}

/** The client that the product uses. A token that is a text goes out as it is. */
function client(token?: object | string): Firestore {
  const app = initializeApp({ projectId: PROJECT }, `client-${apps.length}`)
  apps.push(app)
  const db = getFirestore(app)
  connectFirestoreEmulator(db, host, Number(port), token === undefined ? {} : { mockUserToken: token as string })
  return db
}

/** Somebody signed in, with a verified e-mail unless the token says otherwise. */
export const signedIn = (uid: string, token: TokenOptions = {}): Firestore =>
  client({ ...tokenOf(uid), ...token, sub: uid })

/** Somebody who has not signed in. */
export const anyone = (): Firestore => client()

/** Works without rules, as an administrator's script does. */
export const admin = (): Firestore => client('owner')

/** Somebody with the full SDK, which reads by listening. */
export function listener(uid: string): ListeningFirestore {
  distrust()
  return environment.authenticatedContext(uid, tokenOf(uid)).firestore() as unknown as ListeningFirestore
}

export const emailOf = (uid: string): string => `${uid}@example.com`

export const tokenOf = (uid: string): TokenOptions => ({
  email: emailOf(uid),
  email_verified: true,
  firebase: { sign_in_provider: 'password' },
})
