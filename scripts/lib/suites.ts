import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startE2eStack } from './e2e-stack.ts'
import { runningFirestore, startFirestore } from './firestore-emulator.ts'
import { packageBin, ROOT } from './paths.ts'
import { freePorts } from './ports.ts'
import { Processes } from './processes.ts'
import { keepPublishing } from './results.ts'
import { newReport, runPlaywright, runVitest, sumOf, type Tally, tallyOf } from './runners.ts'

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
 * Runs the browser tests against a whole product on emulators; all of them in two halves at once, each a process of its
 * own, as firebase-admin knows one Auth emulator a process.
 * @param args further ones for Playwright: then all against one
 */
export const testE2e = (args: readonly string[] = []): Promise<Tally> =>
  onItsOwn(args.length === 0 ? inHalves : (processes) => onOneStack(processes, args))

async function onOneStack(processes: Processes, args: readonly string[]): Promise<Tally> {
  const { url, emulators, dist, admin } = await startE2eStack(processes)
  const env = {
    MADANG_URL: url,
    MADANG_DIST: dist,
    FIRESTORE_EMULATOR_HOST: emulators.firestore,
    FIREBASE_AUTH_EMULATOR_HOST: emulators.auth,
  }
  return Promise.race([runPlaywright(processes, env, args), keepPublishing(admin.db, SECONDS_BETWEEN_RESULTS)])
}

async function inHalves(processes: Processes): Promise<Tally> {
  const folder = mkdtempSync(join(tmpdir(), 'madang-proven-'))
  const run = async (half: number): Promise<Tally> => {
    const TALLY_FILE = newReport()
    const args = ['scripts/test-e2e.ts', `--shard=${half}/${STACKS}`, '--output', `test-results/${half}`]
    const env = { TALLY_FILE, PROVEN_FILE: join(folder, `${half}.json`) }
    const code = await processes.run(packageBin('tsx'), args, { cwd: ROOT, env })
    return tallyOf<Tally>(TALLY_FILE, code, (tally) => tally)
  }
  const tallies = await Promise.all(Array.from({ length: STACKS }, (_, index) => run(index + 1)))
  const proven = await checkReliability(processes, folder)
  rmSync(folder, { recursive: true })
  return sumOf([...tallies, proven])
}

/** Holds docs/reliability.md to what all parts of a run have proved together: one test more. */
async function checkReliability(processes: Processes, folder: string): Promise<Tally> {
  const files = readdirSync(folder).map((file) => join(folder, file))
  const code = await processes.run(packageBin('tsx'), ['tests/e2e/reliability.ts', ...files], { cwd: ROOT })
  return { passed: Number(code === 0), failed: Number(code !== 0), skipped: 0, retried: 0 }
}

/** Runs a suite whose programs all stop with it; if one of its emulators stops by itself, the suite fails at once. */
async function onItsOwn(suite: (processes: Processes) => Promise<Tally>): Promise<Tally> {
  const processes = new Processes()
  try {
    return await Promise.race([processes.failure, suite(processes)])
  } finally {
    await processes.stop()
  }
}
