import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { connectToEmulators } from '../../../scripts/lib/admin.ts'
import { Database, type Fields, json } from '../../../scripts/lib/database.ts'
import { emptyFirestore } from '../../../scripts/lib/firestore-emulator.ts'

const host = process.env.FIRESTORE_EMULATOR_HOST
if (host === undefined) throw new Error('FIRESTORE_EMULATOR_HOST is not set: `npm run test:rules` starts an emulator')

// Nothing here asks for an account. Scripts look whether Auth answers: so does Firestore.
const emulators = { firestore: host, auth: host }

export const admin = connectToEmulators(emulators)
export const database = new Database(admin)

export const empty = (): Promise<void> => emptyFirestore(host)

/** Everything that is stored, a line a document, so that 1 and 1.0 are not the same. */
export async function everything(): Promise<string[]> {
  const lines: string[] = []
  for await (const document of database.documents()) lines.push(json(document))
  return lines
}

/** Writes a document before it returns, in the middle of what cannot wait. */
export function writeAtOnce(path: string, fields: Fields): void {
  const code = `void (async () => {
    const { Database } = await import('./scripts/lib/database.ts')
    await new Database(${JSON.stringify({ projectId: admin.projectId, emulators })}).write(${JSON.stringify([{ path, fields }])})
  })()`
  execFileSync(process.execPath, ['--import', 'tsx', '-e', code])
}

type Script = { readonly child: ChildProcess; readonly ended: Promise<{ code: number | null; said: string }> }

/** Starts one of our scripts as a person does, against the emulator. */
export function script(name: string, ...args: readonly string[]): Script {
  const env = { ...process.env, FIREBASE_AUTH_EMULATOR_HOST: emulators.auth, npm_lifecycle_event: undefined }
  const child = spawn(process.execPath, ['--import', 'tsx', `scripts/${name}.ts`, ...args], { env })
  let said = ''
  child.stdout.on('data', (data) => {
    said += data
  })
  child.stderr.on('data', (data) => {
    said += data
  })
  return { child, ended: new Promise((resolve) => child.once('close', (code) => resolve({ code, said }))) }
}

/** Runs one to its end. */
export const run = (name: string, ...args: readonly string[]) => script(name, ...args).ended
