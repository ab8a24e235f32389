import { runChecks } from './lib/checks.ts'
import { printError, readFlags, runScript } from './lib/cli.ts'
import { FOR_TESTS, needPrerequisites } from './lib/prerequisites.ts'
import { Processes, stopEverything } from './lib/processes.ts'
import { CRASHED, describeTally, runVitest, sumOf } from './lib/runners.ts'
import { testE2e, testRules } from './lib/suites.ts'
import type { Tally } from './lib/test-reports.ts'

const HELP = `
npm test

Runs everything: the checks of “npm run check”, the unit and component tests, the tests of firestore.rules on a
Firestore emulator, and the browser tests against the built app on emulators. What fails does not keep the rest from
running. At the end stand what failed, and the sum; each check counts as one test, and a runner that crashes or runs
nothing counts as one that failed.

On Debian, as root, what is missing (Java, Chromium, Korean fonts) is installed first.
Parts of it: npm run check, test:unit, test:rules, test:e2e.
`

const processes = new Processes()

const SUITES: readonly { readonly name: string; readonly run: () => Promise<Tally> }[] = [
  { name: 'checks', run: checks },
  { name: 'unit', run: () => runVitest(processes, 'unit') },
  { name: 'component', run: () => runVitest(processes, 'component') },
  { name: 'rules', run: () => testRules() },
  { name: 'browser', run: () => testE2e() },
]

async function main(): Promise<number> {
  readFlags(HELP, {})
  needPrerequisites(FOR_TESTS)
  const tallies: Tally[] = []
  const lines: string[] = []
  for (const { name, run } of SUITES) {
    const began = Date.now()
    console.log(`\n── ${name} ──`)
    const tally = await runOrFail(run)
    tallies.push(tally)
    lines.push(`${name.padEnd(10)} ${describeTally(tally)} (${((Date.now() - began) / 1000).toFixed(0)} s)`)
    // Far above, by now.
    lines.push(...tally.troubles.map((line) => `  ${line}`))
  }
  const sum = sumOf(tallies)
  console.log(`\n${lines.join('\n')}\n\n${describeTally({ ...sum, retried: 0 })}`)
  return sum.failed === 0 ? 0 : 1
}

async function checks(): Promise<Tally> {
  const results = await runChecks(processes)
  const troubles = results.filter(({ passed }) => !passed).map(({ name }) => name)
  return { passed: results.length - troubles.length, failed: troubles.length, skipped: 0, retried: 0, troubles }
}

async function runOrFail(run: () => Promise<Tally>): Promise<Tally> {
  try {
    return await run()
  } catch (error) {
    printError(error)
    return CRASHED
  }
}

await runScript(main, { cleanUp: stopEverything })
