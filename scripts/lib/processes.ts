import { type ChildProcess, type SpawnOptions, spawn } from 'node:child_process'
import { createInterface } from 'node:readline'
import { UserError } from './cli.ts'

type Options = {
  readonly env?: Readonly<Record<string, string>>
  readonly cwd?: string
  /** Show what the program prints, each line under the program's name. */
  readonly echo?: boolean
  /** Takes what the program prints, instead of showing it. */
  readonly onOutput?: (text: string) => void
}

const LINES_KEPT = 30
const SECONDS_TO_STOP = 5

// Holds the list of our children's groups and kills them when our end of the pipe closes: whatever ends this
// process, SIGKILL and a crash included, no Java is left behind.
const WATCHDOG = 'while read -r line; do groups=$line; done; [ -z "$groups" ] || kill -s KILL -- $groups 2>/dev/null'

const groups = new Set<Processes>()

/** Stops whatever this script has started and not stopped yet. */
export async function stopEverything(): Promise<void> {
  await Promise.all([...groups].map((processes) => processes.stop()))
}

/**
 * The programs that a script has started. Each runs in a process group of its own, so that a Ctrl-C in the terminal
 * reaches the script alone and the script decides what stops when, grandchildren included.
 */
export class Processes {
  readonly #live = new Map<number, ChildProcess>()
  #stopping = false
  #watchdog: ChildProcess | undefined
  #fail: (error: UserError) => void = () => {}

  /** Rejects when a service ends that nobody has told to. */
  readonly failure: Promise<never>

  constructor() {
    this.failure = new Promise((_, reject) => {
      this.#fail = reject
    })
    this.failure.catch(() => {}) // whoever waits for it hears of it
    groups.add(this)
    process.once('exit', this.#kill)
  }

  /** Starts a program that has to run until `stop`; if it ends before, `failure` rejects with its last words. */
  serve(name: string, command: string, args: readonly string[], options: Options = {}): void {
    const child = this.#spawn(command, args, { ...options, stdio: ['ignore', 'pipe', 'pipe'] })
    const last: string[] = []
    for (const stream of [child.stdout, child.stderr]) {
      if (!stream) continue
      createInterface({ input: stream }).on('line', (line) => {
        last.push(line)
        if (last.length > LINES_KEPT) last.shift()
        if (options.echo) console.log(`[${name}] ${line}`)
      })
    }
    // “close” comes after the last line of output, “exit” may come before it.
    child.once('close', (code, signal) => this.#ended(name, signal ?? `exit code ${code}`, options.echo ? [] : last))
    child.once('error', (error) => this.#ended(name, error.message, last))
  }

  /**
   * Runs a program to its end, its output going where ours goes unless something takes it.
   * @returns its exit code; 1 if it could not be started or a signal ended it; never if it was stopped by `stop`
   */
  run(command: string, args: readonly string[], options: Options = {}): Promise<number> {
    const { onOutput } = options
    const to = onOutput ? 'pipe' : 'inherit'
    const child = this.#spawn(command, args, { ...options, stdio: ['ignore', to, to] })
    for (const stream of [child.stdout, child.stderr]) stream?.setEncoding('utf8').on('data', onOutput ?? (() => {}))
    return new Promise((resolve) => {
      // Whoever waits for a program that we have stopped must not go on to the next one.
      child.once('close', (code) => this.#stopping || resolve(code ?? 1))
      child.once('error', (error) => {
        console.error(error.message)
        resolve(1)
      })
    })
  }

  /** Stops everything that still runs: first asks, then kills. */
  async stop(): Promise<void> {
    this.#stopping = true
    const ended = [...this.#live.values()].map((child) => new Promise((resolve) => child.once('exit', resolve)))
    this.#signal('SIGTERM')
    await Promise.race([Promise.all(ended), new Promise((resolve) => setTimeout(resolve, SECONDS_TO_STOP * 1000))])
    this.#kill()
    this.#watchdog?.stdin?.end('\n')
    groups.delete(this)
    process.off('exit', this.#kill)
  }

  readonly #kill = (): void => this.#signal('SIGKILL')

  #spawn(command: string, args: readonly string[], { env, cwd, stdio }: Options & Pick<SpawnOptions, 'stdio'>) {
    if (this.#stopping) throw new UserError(`Not starting ${command}: everything is being stopped.`)
    const child = spawn(command, args, {
      env: { ...process.env, ...env },
      cwd,
      stdio: stdio ?? 'ignore',
      detached: true,
    })
    const { pid } = child
    if (pid === undefined) return child
    this.#live.set(pid, child)
    this.#tellWatchdog()
    child.once('exit', () => {
      // What a program leaves running when it ends is in its group still.
      signalGroup(pid, 'SIGKILL')
      this.#live.delete(pid)
      this.#tellWatchdog()
    })
    return child
  }

  #ended(name: string, how: string, last: readonly string[]): void {
    if (!this.#stopping) this.#fail(new UserError(`${name} stopped by itself (${how}).`, last.join('\n')))
  }

  #signal(signal: NodeJS.Signals): void {
    for (const pid of this.#live.keys()) signalGroup(pid, signal)
  }

  #tellWatchdog(): void {
    if (!this.#watchdog) {
      this.#watchdog = spawn('/bin/sh', ['-c', WATCHDOG], { detached: true, stdio: ['pipe', 'ignore', 'ignore'] })
      this.#watchdog.on('error', () => {}) // a system without /bin/sh does without
      this.#watchdog.stdin?.on('error', () => {})
      this.#watchdog.unref()
    }
    this.#watchdog.stdin?.write(`${[...this.#live.keys()].map((pid) => -pid).join(' ')}\n`)
  }
}

function signalGroup(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(-pid, signal)
  } catch {
    // the whole group has ended
  }
}
