import { runChecks } from './lib/checks.ts'
import { readFlags, runScript } from './lib/cli.ts'
import { Processes, stopEverything } from './lib/processes.ts'

const HELP = `
npm run check

Everything that is checked without running the product: the list stands in scripts/lib/checks.ts. All checks run, those
after a failed one too. “npm test” runs them first.
`

const processes = new Processes()

async function main(): Promise<number> {
  readFlags(HELP, {})
  const results = await runChecks(processes)
  const failed = results.filter(({ passed }) => !passed).map(({ name }) => name)
  console.log(failed.length === 0 ? 'All checks passed.' : `Failed: ${failed.join(', ')}.`)
  return failed.length === 0 ? 0 : 1
}

await runScript(main, { cleanUp: stopEverything })
