import { existsSync, mkdirSync, readdirSync, readFileSync, realpathSync } from 'node:fs'
import { homedir } from 'node:os'
import { dirname, join } from 'node:path'
import { UserError } from './cli.ts'
import { needJava } from './java.ts'
import { CACHE, DEMO_PROJECT, packageBin, RULES } from './paths.ts'
import type { Processes } from './processes.ts'
import { pause, untilUp } from './wait.ts'
import { which } from './which.ts'

type Jar = { readonly path: string; readonly arguments: readonly string[] }

const MAIN_CLASS = 'com.google.cloud.datastore.emulator.firestore.CloudFirestore'

const HOW_TO_GET = `get it where there is a network by “npx firebase setup:emulators:firestore”, install the package
google-cloud-cli-firestore-emulator of the Google Cloud CLI, or set FIRESTORE_EMULATOR_HOST to one that runs`.replace(
  '\n',
  ' ',
)

/**
 * Starts the official Firestore emulator under our rules and waits until it answers. If FIRESTORE_EMULATOR_HOST names
 * one that runs already, that one is used and our rules are loaded into it.
 * @param isForFew whether one person or two ask it: then Java takes longer to compile it well than it saves by that
 * @returns its address, as FIRESTORE_EMULATOR_HOST wants it: “127.0.0.1:8080”
 * @throws UserError if no emulator or no fit Java is to be found
 */
export async function startFirestore(processes: Processes, port: number, isForFew = false): Promise<string> {
  if (!existsSync(RULES)) throw new UserError(`${RULES} is missing: Firestore has no rules to run under.`)
  const running = runningFirestore()
  if (running !== null) {
    await untilUp('Firestore at FIRESTORE_EMULATOR_HOST', `http://${running}/`, 10)
    await loadRules(running)
    return running
  }
  const java = needJava()
  const jar = findJar() ?? (await downloadJar(processes))
  const host = `127.0.0.1:${port}`
  processes.serve('Firestore emulator', java, [
    '-Duser.language=en',
    // Collects in fewer turns than the usual way, which takes a tenth of all its time.
    '-XX:+UseParallelGC',
    ...(isForFew ? ['-XX:TieredStopAtLevel=1'] : []),
    ...jar.arguments,
    '--host=127.0.0.1',
    `--port=${port}`,
    `--rules=${RULES}`,
    `--project_id=${DEMO_PROJECT}`,
    '--single_project_mode',
  ])
  await untilUp('The Firestore emulator', `http://${host}/`)
  // With rules that it cannot read the emulator starts all the same, and says nothing; asked to load them, it does.
  await loadRules(host)
  return host
}

/** The emulator that somebody has started already and named in FIRESTORE_EMULATOR_HOST, or null. */
export const runningFirestore = (): string | null => process.env.FIRESTORE_EMULATOR_HOST || null

/** The emulator's jar and how Java starts it, from the Google Cloud CLI or else the Firebase CLI's cache. */
export function findJar(): Jar | null {
  return cloudCliJar() ?? firebaseCliJar()
}

function cloudCliJar(): Jar | null {
  const gcloud = which('gcloud')
  if (gcloud === null) return null
  const sdk = dirname(dirname(realpathSync(gcloud)))
  const path = join(sdk, 'platform', 'cloud-firestore-emulator', 'cloud-firestore-emulator.jar')
  // This jar has no main class in its manifest.
  return existsSync(path) ? { path, arguments: ['-cp', path, MAIN_CLASS] } : null
}

function firebaseCliJar(): Jar | null {
  const folder = process.env.FIREBASE_EMULATORS_PATH || join(homedir(), '.cache', 'firebase', 'emulators')
  if (!existsSync(folder)) return null
  const newest = readdirSync(folder)
    .filter((file) => /^cloud-firestore-emulator-v[\d.]+\.jar$/.test(file))
    .sort((one, other) => one.localeCompare(other, 'en', { numeric: true }))
    .at(-1)
  if (newest === undefined) return null
  const path = join(folder, newest)
  return { path, arguments: ['-jar', path] }
}

async function downloadJar(processes: Processes): Promise<Jar> {
  console.log('No Firestore emulator is installed: downloading it …')
  const arguments_ = ['setup:emulators:firestore', '--project', DEMO_PROJECT]
  // A fresh clone has no such folder yet.
  mkdirSync(CACHE, { recursive: true })
  const code = await processes.run(packageBin('firebase'), arguments_, { cwd: CACHE, env: { CI: '1' } })
  const jar = findJar()
  if (code === 0 && jar !== null) return jar
  throw new UserError(`No Firestore emulator is installed and it could not be downloaded: ${HOW_TO_GET}.`)
}

/**
 * Puts these rules in the place of those the emulator has.
 * @throws UserError with line and reason if they cannot be read
 */
export async function loadRules(host: string, file: string = RULES): Promise<void> {
  const body = JSON.stringify({ rules: { files: [{ name: 'firestore.rules', content: readFileSync(file, 'utf8') }] } })
  const load = () => fetch(`http://${host}/emulator/v1/projects/${DEMO_PROJECT}:securityRules`, { method: 'PUT', body })
  let answer = await load()
  // Only 400 speaks of the rules. On a busy machine the emulator may answer before it can load any.
  for (let tries = 0; !answer.ok && answer.status !== 400 && tries < 20; tries++) {
    await pause(250)
    answer = await load()
  }
  if (answer.ok) return
  const said = `${answer.status} ${messageIn(await answer.text())}`
  throw new UserError(`The Firestore emulator at ${host} does not load ${file}:`, said)
}

function messageIn(answer: string): string {
  try {
    return (JSON.parse(answer) as { error: { message: string } }).error.message
  } catch {
    return answer
  }
}

/** Takes every document out of the emulator. */
export async function emptyFirestore(host: string): Promise<void> {
  const address = `http://${host}/emulator/v1/projects/${DEMO_PROJECT}/databases/(default)/documents`
  const answer = await fetch(address, { method: 'DELETE' })
  if (!answer.ok) throw new UserError(`The emulator at ${host} could not be emptied: ${await answer.text()}`)
}
