import { startE2eStack } from './e2e-stack.ts'
import { runningFirestore, startFirestore } from './firestore-emulator.ts'
import { freePorts } from './ports.ts'
import { Processes } from './processes.ts'
import { keepPublishing } from './results.ts'
import { runPlaywright, runVitest, sumOf, type Tally } from './runners.ts'

/** Results in the browser tests must follow votes while a test waits. */
const SECONDS_BETWEEN_RESULTS = 2

/** Emulators that share the work of testing the rules: each test waits for its own, so two cores do twice as much. */
const RULES_EMULATORS = 2

/**
 * Tests the rules on Firestore emulators of its own, which are stopped afterwards.
 * @param args further ones for Vitest, such as the name of a file: then on one emulator
 */
export const testRules = (args: readonly string[] = []): Promise<Tally> =>
  onItsOwn(async (processes) => {
    const isWhole = args.length === 0 && runningFirestore() === null
    const ports = await freePorts(isWhole ? RULES_EMULATORS : 1)
    const run = async (port: number, index: number): Promise<Tally> => {
      const host = await startFirestore(processes, port)
      const part = isWhole ? [`--shard=${index + 1}/${RULES_EMULATORS}`] : args
      return runVitest(processes, 'rules', part, { FIRESTORE_EMULATOR_HOST: host })
    }
    return sumOf(await Promise.all(ports.map(run)))
  })

/** Runs the browser tests against a whole product on emulators. @param args further ones for Playwright */
export const testE2e = (args: readonly string[] = []): Promise<Tally> =>
  onItsOwn(async (processes) => {
    const { url, emulators, dist, admin } = await startE2eStack(processes)
    const env = {
      MADANG_URL: url,
      MADANG_DIST: dist,
      FIRESTORE_EMULATOR_HOST: emulators.firestore,
      FIREBASE_AUTH_EMULATOR_HOST: emulators.auth,
    }
    return Promise.race([runPlaywright(processes, env, args), keepPublishing(admin.db, SECONDS_BETWEEN_RESULTS)])
  })

/** Runs a suite whose programs all stop with it; if one of its emulators stops by itself, the suite fails at once. */
async function onItsOwn(suite: (processes: Processes) => Promise<Tally>): Promise<Tally> {
  const processes = new Processes()
  try {
    return await Promise.race([processes.failure, suite(processes)])
  } finally {
    await processes.stop()
  }
}
