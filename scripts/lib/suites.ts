import { rmSync } from 'node:fs'
import { e2eFolder, startE2eStack } from './e2e-stack.ts'
import { startFirestore } from './firestore-emulator.ts'
import { freePorts } from './ports.ts'
import { Processes } from './processes.ts'
import { keepPublishing } from './results.ts'
import { runPlaywright, runVitest, type Tally } from './runners.ts'

/** Results in the browser tests must follow votes while a test waits. */
const SECONDS_BETWEEN_RESULTS = 2

/** Tests the rules on a Firestore emulator, which is stopped afterwards. */
export async function testRules(processes: Processes, args: readonly string[] = []): Promise<Tally> {
  const [port = 0] = await freePorts(1)
  const emulators = new Processes()
  try {
    const host = await startFirestore(emulators, port)
    return await Promise.race([
      emulators.failure,
      runVitest(processes, 'rules', args, { FIRESTORE_EMULATOR_HOST: host }),
    ])
  } finally {
    await emulators.stop()
  }
}

/** Runs the browser tests against a whole product on emulators, which is stopped afterwards. */
export async function testE2e(processes: Processes, args: readonly string[] = []): Promise<Tally> {
  const stack = new Processes()
  try {
    return await Promise.race([stack.failure, runBrowsers()])
  } finally {
    await stack.stop()
    rmSync(e2eFolder(), { recursive: true, force: true })
  }

  async function runBrowsers(): Promise<Tally> {
    const { url, emulators, admin } = await startE2eStack(stack)
    const env = {
      MADANG_URL: url,
      FIRESTORE_EMULATOR_HOST: emulators.firestore,
      FIREBASE_AUTH_EMULATOR_HOST: emulators.auth,
    }
    return await Promise.race([runPlaywright(processes, env, args), keepPublishing(admin.db, SECONDS_BETWEEN_RESULTS)])
  }
}
