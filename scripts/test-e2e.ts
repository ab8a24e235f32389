import { runScript } from './lib/cli.ts'
import { FOR_TESTS, needPrerequisites } from './lib/prerequisites.ts'
import { stopEverything } from './lib/processes.ts'
import { describeTally } from './lib/runners.ts'
import { testE2e } from './lib/suites.ts'

const HELP = `
npm run test:e2e -- [arguments for Playwright, such as the name of a file, --headed or --debug]

Builds the app, serves it by the Hosting emulator under the headers of firebase.json, with Auth and Firestore
emulators and the sample data behind it, and runs tests/e2e in Chromium: all of them on two such products at once, those
that arguments choose on one. It takes free ports, so “npm start” can run
beside it. CHROMIUM_PATH names a browser that is not on PATH.
`

async function main(): Promise<number> {
  const args = process.argv.slice(2)
  if (args.includes('--help')) {
    console.log(HELP.trim())
    return 0
  }
  needPrerequisites(FOR_TESTS)
  const tally = await testE2e(args)
  console.log(describeTally(tally))
  return tally.failed === 0 ? 0 : 1
}

await runScript(main, { cleanUp: stopEverything })
