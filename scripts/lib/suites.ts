import { startE2eStack } from './e2e-stack.ts'
import { startFirestore } from './firestore-emulator.ts'
import { freePorts } from './ports.ts'
import { Processes } from './processes.ts'
import { keepPublishing } from './results.ts'
import { runPlaywright, runVitest, type Tally } from './runners.ts'

/** Results in the browser tests must follow votes while a test waits. */
const SECONDS_BETWEEN_RESULTS = 2

/** Tests the rules on a Firestore emulator, which is stopped afterwards. @param args further ones for Vitest */
export const testRules = (args: readonly string[] = []): Promise<Tally> =>
  onItsOwn(async (processes) => {
    const [port = 0] = await freePorts(1)
    const host = await startFirestore(processes, port)
    return runVitest(processes, 'rules', args, { FIRESTORE_EMULATOR_HOST: host })
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
