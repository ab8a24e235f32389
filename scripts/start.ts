import { watchFile } from 'node:fs'
import { DEMO_ACCOUNTS } from '#domain/demo-accounts.ts'
import { connectToEmulators, type Emulators } from './lib/admin.ts'
import { emulatorsForApp } from './lib/build.ts'
import { type Ports, portsFrom, portVariable } from './lib/chosen-ports.ts'
import { printError, readFlags, runScript } from './lib/cli.ts'
import { startFirebaseEmulators } from './lib/firebase-emulators.ts'
import { loadRules, runningFirestore, startFirestore } from './lib/firestore-emulator.ts'
import { packageBin, ROOT, RULES } from './lib/paths.ts'
import { needFree } from './lib/ports.ts'
import { FOR_START, needPrerequisites } from './lib/prerequisites.ts'
import { Processes, stopEverything } from './lib/processes.ts'
import { keepPublishing } from './lib/results.ts'
import { untilUp } from './lib/wait.ts'
import { seedFirestore } from './seed/seed.ts'
import { DEMO_SLIPS } from './seed/slips.ts'
import { importDemoAccounts } from './seed/write.ts'

const HELP = `
npm start -- [--port N] [--auth-port N] [--firestore-port N]

Starts everything on this machine: the Auth and Firestore emulators under firestore.rules, filled with the sample
plan, voices and votes; the development server; and a publisher that brings the results up to date within ten seconds of any change.
Nothing of it reaches Google. Ctrl-C stops all of it; so does the failure of any part.

  --port N             the page         (or MADANG_PORT; usually 5173)
  --auth-port N        Auth emulator    (or MADANG_AUTH_PORT; usually 9099)
  --firestore-port N   Firestore        (or MADANG_FIRESTORE_PORT; usually 8080)

If FIRESTORE_EMULATOR_HOST names an emulator that runs already, that one is used, emptied and filled.
`

const SECONDS_BETWEEN_RESULTS = 10
const SLIPS_TO_TRY = 3

const processes = new Processes()

async function main(): Promise<never> {
  const ports = portsFrom(
    readFlags(HELP, {
      port: { type: 'string' },
      'auth-port': { type: 'string' },
      'firestore-port': { type: 'string' },
    }),
  )
  await needFree([
    { port: ports.web, user: 'the page', variable: portVariable('web') },
    { port: ports.auth, user: 'the Auth emulator', variable: portVariable('auth') },
    ...(runningFirestore() === null
      ? [{ port: ports.firestore, user: 'the Firestore emulator', variable: portVariable('firestore') }]
      : []),
  ])
  needPrerequisites(FOR_START)
  return await Promise.race([processes.failure, serve(ports)])
}

async function serve(ports: Ports): Promise<never> {
  const began = Date.now()
  console.log('Starting the emulators and the page …')
  const firestore = await startFirestore(processes, ports.firestore)
  const emulators = { auth: `127.0.0.1:${ports.auth}`, firestore }
  const admin = connectToEmulators(emulators)
  // Auth takes longest to start: the rest is done meanwhile.
  await Promise.all([
    startFirebaseEmulators(processes, 'start', ports).then(() => importDemoAccounts(admin)),
    startPage(ports.web, emulators),
    seedFirestore(admin),
  ])
  watchFile(RULES, { interval: 500 }, () => void reloadRules(firestore))
  console.log(welcome(ports.web, (Date.now() - began) / 1000))
  return await keepPublishing(admin.db, SECONDS_BETWEEN_RESULTS)
}

async function reloadRules(firestore: string): Promise<void> {
  try {
    await loadRules(firestore)
    console.log('The emulator follows firestore.rules as saved just now.')
  } catch (error) {
    printError(error) // the rules of before stay in force until the file is right again
  }
}

async function startPage(port: number, emulators: Emulators): Promise<void> {
  const flags = ['--port', String(port), '--strictPort', '--host', 'localhost', '--clearScreen', 'false']
  const env = { VITE_EMULATORS: emulatorsForApp(emulators) }
  processes.serve('Vite', packageBin('vite'), flags, { cwd: ROOT, env, echo: true })
  await untilUp('Vite', `http://localhost:${port}/`)
}

function welcome(port: number, seconds: number): string {
  const rows = DEMO_ACCOUNTS.map(({ name, email }) => `  ${email.padEnd(28)}${name.ko} · ${name.en}`)
  const slips = DEMO_SLIPS.slice(0, SLIPS_TO_TRY).map((token) => `  http://localhost:${port}/ko/join?slip=${token}`)
  return `
Ready in ${seconds.toFixed(1)} s:  http://localhost:${port}/

Demo accounts; the page signs you in as any of them with one click, no password:
${rows.join('\n')}

A paper slip from school, for one child each, without an e-mail (the last account above makes more, at /ko/review/slips):
${slips.join('\n')}

Ctrl-C stops everything.
`
}

await runScript(main, { cleanUp: stopEverything, asked: ['SIGINT'] })
