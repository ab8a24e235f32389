import { execFile } from 'node:child_process'
import { randomInt } from 'node:crypto'
import { connect, createServer } from 'node:net'
import { promisify } from 'node:util'
import { UserError } from './cli.ts'

const run = promisify(execFile)

/** A port that a script is about to use. */
export type WantedPort = {
  readonly port: number
  /** What will listen there. */
  readonly user: string
  /** The environment variable that chooses another. */
  readonly variable: string
}

/** @throws UserError that names the first port that is in use, who uses it and how to choose another */
export async function needFree(wanted: readonly WantedPort[]): Promise<void> {
  for (const { port, user, variable } of wanted) {
    if (await isFree(port)) continue
    const holder = await holderOf(port)
    throw new UserError(
      `Port ${port}, wanted for ${user}, is in use${holder ? ` by ${holder}` : ''}: ` +
        `stop that, or choose another port, for instance ${variable}=${port + 10}.`,
    )
  }
}

/** Whether nothing listens on this port of this machine, on IPv4 or IPv6. */
export async function isFree(port: number): Promise<boolean> {
  // Listening alone would not see a server on ::1, nor on some systems one that listens everywhere.
  return !(await answers('127.0.0.1', port)) && !(await answers('::1', port)) && (await canListen(port))
}

// Below the range from which systems give out ports by themselves: a port found free there may be gone a moment later.
const FROM = 20_000
const TO = 32_000

/** Chosen by this process; nothing may listen there yet. */
const chosen = new Set<number>()

/** As many ports as asked for that nothing listens on, for stacks whose ports nobody needs to know. */
export async function freePorts(number: number): Promise<number[]> {
  const found: number[] = []
  while (found.length < number) {
    const port = randomInt(FROM, TO)
    if (chosen.has(port)) continue
    chosen.add(port)
    if (await isFree(port)) found.push(port)
  }
  return found
}

function answers(host: string, port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect({ host, port })
    const done = (answer: boolean) => {
      socket.destroy()
      resolve(answer)
    }
    socket.once('connect', () => done(true)).once('error', () => done(false))
  })
}

function canListen(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const server = createServer()
    server.once('error', () => resolve(false))
    server.listen({ host: '127.0.0.1', port }, () => server.close(() => resolve(true)))
  })
}

/** The program that listens on a port, such as “java (process 123)”, as far as this system tells. */
export async function holderOf(port: number): Promise<string | null> {
  const ss = await output('ss', ['-Hltnp', `sport = :${port}`])
  const found = /users:\(\("([^"]+)",pid=(\d+)/.exec(ss)
  if (found) return `${found[1]} (process ${found[2]})`
  const lsof = await output('lsof', ['-nP', `-iTCP:${port}`, '-sTCP:LISTEN', '-Fpc'])
  const pid = /^p(\d+)$/m.exec(lsof)?.[1]
  const name = /^c(.+)$/m.exec(lsof)?.[1]
  return pid && name ? `${name} (process ${pid})` : null
}

async function output(command: string, args: readonly string[]): Promise<string> {
  try {
    return (await run(command, args)).stdout
  } catch {
    return '' // the command does not exist here or finds nothing
  }
}
