import { startE2eStacks } from './e2e-stack.ts'
import { runningFirestore, startFirestore } from './firestore-emulator.ts'
import { freePorts } from './ports.ts'
import { Processes } from './processes.ts'
import { keepPublishing } from './results.ts'
import { runPlaywright, runVitest } from './runners.ts'
import type { Tally } from './test-reports.ts'

/** Results in the browser tests must follow votes while a test waits. */
const SECONDS_BETWEEN_RESULTS = 2

/** Emulators that share the work of testing the rules, and products that share the browser tests: one for each of two cores. */
const STACKS = 2

/**
 * Tests the rules on Firestore emulators of its own, one for each of Vitest's workers, which are stopped afterwards.
 * @param args further ones for Vitest, such as the name of a file: then on one emulator
 */
export const testRules = (args: readonly string[] = []): Promise<Tally> =>
  onItsOwn(async (processes) => {
    const isWhole = args.length === 0 && runningFirestore() === null
    const ports = await freePorts(isWhole ? STACKS : 1)
    const hosts = await Promise.all(ports.map((port) => startFirestore(processes, port)))
    const workers = isWhole ? ['--fileParallelism', `--maxWorkers=${STACKS}`] : args
    return runVitest(processes, 'rules', workers, { FIRESTORE_EMULATOR_HOSTS: hosts.join(' ') })
  })

/**
 * Runs the browser tests against a whole product on emulators; all of them on as many products as there are workers, each of
 * which has one to itself.
 * @param args further ones for Playwright: then all against one
 */
export const testE2e = (args: readonly string[] = []): Promise<Tally> =>
  onItsOwn(async (processes) => {
    const stacks = await startE2eStacks(processes, args.length === 0 && runningFirestore() === null ? STACKS : 1)
    const environments = stacks.map(({ url, emulators, dist }) => ({
      MADANG_URL: url,
      MADANG_DIST: dist,
      FIRESTORE_EMULATOR_HOST: emulators.firestore,
      FIREBASE_AUTH_EMULATOR_HOST: emulators.auth,
    }))
    return Promise.race([
      runPlaywright(processes, { MADANG_STACKS: JSON.stringify(environments) }, args),
      ...stacks.map(({ db }) => keepPublishing(db, SECONDS_BETWEEN_RESULTS)),
    ])
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
