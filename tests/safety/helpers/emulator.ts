import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { connectToEmulators } from '../../../scripts/lib/admin.ts'
import { Database, type Fields, json } from '../../../scripts/lib/database.ts'
import { emptyFirestore } from '../../../scripts/lib/firestore-emulator.ts'

const host = process.env.FIRESTORE_EMULATOR_HOST
if (host === undefined) throw new Error('FIRESTORE_EMULATOR_HOST is not set: `npm run test:rules` starts an emulator')

const { scripts: commands } = JSON.parse(readFileSync('package.json', 'utf8')) as { scripts: Record<string, string> }

// Hardly anything here asks for an account. Scripts look whether Auth answers: so does Firestore.
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

/** Starts a command of package.json as npm does, which itself takes half a second more, against the emulator. */
export function script(name: string, ...args: readonly string[]): Script {
  const [, , ...words] = commands[name]?.split(' ') ?? []
  const child = spawn(process.execPath, [...words, ...args], {
    env: { ...process.env, npm_lifecycle_event: undefined },
  })
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
