import { runScript } from './lib/cli.ts'
import { FOR_RULES, needPrerequisites } from './lib/prerequisites.ts'
import { stopEverything } from './lib/processes.ts'
import { describeTally } from './lib/runners.ts'
import { testRules } from './lib/suites.ts'

const HELP = `
npm run test:rules -- [arguments for Vitest, such as the name of a file]

Tests firestore.rules on a Firestore emulator of its own, or on the one that FIRESTORE_EMULATOR_HOST names, which is
emptied.
`

async function main(): Promise<number> {
  const args = process.argv.slice(2)
  if (args.includes('--help')) {
    console.log(HELP.trim())
    return 0
  }
  needPrerequisites(FOR_RULES)
  const tally = await testRules(args)
  console.log(describeTally(tally))
  return tally.failed === 0 ? 0 : 1
}

await runScript(main, { cleanUp: stopEverything })
