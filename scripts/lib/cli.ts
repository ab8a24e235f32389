import { type ParseArgsConfig, parseArgs } from 'node:util'

/** Something that the person at the keyboard can put right: shown as one line, without a stack. */
export class UserError extends Error {
  override readonly name = 'UserError'
  /** Last words of the program that failed, to be shown under the reason. */
  readonly details: string

  constructor(reason: string, details = '') {
    super(reason)
    this.details = details
  }
}

class Interrupted extends Error {
  readonly signal: NodeJS.Signals
  constructor(signal: NodeJS.Signals) {
    super(signal)
    this.signal = signal
  }
}

// Programs say 128 + the signal's number when a signal ended them.
const EXIT_CODES: Partial<Record<NodeJS.Signals, number>> = { SIGHUP: 129, SIGINT: 130, SIGTERM: 143 }

/**
 * The flags of this script. Prints the help and ends the process if it is asked for.
 * @throws UserError if a flag is unknown or lacks its value
 */
export const readFlags = <const T extends Options>(help: string, options: T) => read(help, options, false).values

/** The same of a script about one file, whose name stands beside the flags. @throws UserError also without that */
export function readFileAndFlags<const T extends Options>(help: string, options: T) {
  const { values, positionals } = read(help, options, true)
  const [file, ...others] = positionals
  if (!file || others.length > 0) throw new UserError('It wants the name of one file (--help says more).')
  return { file, flags: values }
}

type Options = NonNullable<ParseArgsConfig['options']>

function read<const T extends Options>(help: string, options: T, allowPositionals: boolean) {
  try {
    const all = { ...options, help: { type: 'boolean', short: 'h' } } as const
    const { values, positionals } = parseArgs({ options: all, strict: true, allowPositionals })
    if (!(values as { help?: boolean }).help) return { values, positionals }
  } catch (error) {
    throw new UserError(`${error instanceof Error ? error.message : error} (--help lists what there is)`)
  }
  process.stdout.write(`${help.trim()}\n`)
  process.exit(0)
}

/**
 * Runs a script to its end and ends the process: with the number that `main` gives back (none is 0), with 1 after an
 * error, or after a signal as the signal says.
 * @param cleanUp runs in every case before the process ends, for instance to stop children
 * @param asked signals that count as success, for scripts that run until they are told to stop
 */
export async function runScript(
  main: () => Promise<number | undefined>,
  { cleanUp = async () => {}, asked = [] }: { cleanUp?: () => Promise<void>; asked?: readonly NodeJS.Signals[] } = {},
): Promise<never> {
  let code: number
  try {
    code = (await Promise.race([main(), interruption()])) ?? 0
  } catch (error) {
    code = report(error, asked)
  }
  try {
    await cleanUp()
  } catch (error) {
    code ||= report(error, [])
  }
  process.exit(code)
}

function interruption(): Promise<never> {
  return new Promise((_, reject) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
      let seen = false
      process.on(signal, () => {
        // npm passes on the Ctrl-C that the terminal has sent already; only a person's second one is impatience.
        if (seen) setTimeout(() => process.exit(EXIT_CODES[signal]), 2000)
        seen = true
        reject(new Interrupted(signal))
      })
    }
    // An npm that is killed cannot pass anything on: losing it counts as losing the terminal.
    const parent = process.ppid
    const watch = () => process.ppid === parent || reject(new Interrupted('SIGHUP'))
    if (process.env.npm_lifecycle_event) setInterval(watch, 1000).unref()
  })
}

function report(error: unknown, asked: readonly NodeJS.Signals[]): number {
  if (error instanceof Interrupted) return asked.includes(error.signal) ? 0 : (EXIT_CODES[error.signal] ?? 1)
  printError(error)
  return 1
}

/** Shows what went wrong: one line if it can be put right, everything known if it is a fault of ours. */
export function printError(error: unknown): void {
  if (error instanceof UserError) {
    console.error(error.message)
    if (error.details !== '') console.error(error.details.replace(/^/gm, '  | '))
  } else console.error(error)
}
