import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { CACHE, DEMO_PROJECT, packageBin } from './paths.ts'
import { freePorts } from './ports.ts'
import type { Processes } from './processes.ts'
import { untilUp } from './wait.ts'

type Ports = { readonly auth: number; readonly hosting?: number }

/**
 * Starts the emulators that come with firebase-tools and need no Java, and waits until they answer: Auth, and Hosting
 * if it has a port.
 * @param name folder of the generated firebase.json under .cache, one a stack, so that several can run
 * @param hosting what firebase.json says of hosting; its `public` folder seen from the generated file
 * @returns the address of the Auth emulator: “127.0.0.1:9099”
 */
export async function startFirebaseEmulators(
  processes: Processes,
  name: string,
  ports: Ports,
  hosting?: object,
): Promise<string> {
  const folder = join(CACHE, name)
  mkdirSync(folder, { recursive: true })
  const config = join(folder, 'firebase.json')
  const host = '127.0.0.1'
  // Two stacks that start in the same moment would take each other's usual ports for these.
  const [hub = 0, logging = 0] = await freePorts(2)
  const emulators = {
    hub: { host, port: hub },
    logging: { host, port: logging },
    auth: { host, port: ports.auth },
    ...(ports.hosting === undefined ? {} : { hosting: { host, port: ports.hosting } }),
    ui: { enabled: false },
    singleProjectMode: true,
  }
  writeFileSync(config, JSON.stringify({ ...(hosting ? { hosting } : {}), emulators }, null, 2))

  const only = ports.hosting === undefined ? 'auth' : 'auth,hosting'
  const flags = ['emulators:start', '--only', only, '--project', DEMO_PROJECT, '--config', config]
  // With CI set, firebase-tools looks neither for its message of the day nor for an update: without a network these
  // hold it up for seconds.
  processes.serve('Firebase emulators', packageBin('firebase'), flags, { cwd: folder, env: { CI: '1' } })
  await untilUp('The Auth emulator', `http://${host}:${ports.auth}/`)
  if (ports.hosting !== undefined) await untilUp('The Hosting emulator', `http://${host}:${ports.hosting}/`)
  return `${host}:${ports.auth}`
}
