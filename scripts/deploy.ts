import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { buildApp } from './lib/build.ts'
import { readFlags, runScript, UserError } from './lib/cli.ts'
import { checkPlan } from './lib/deployed-plan.ts'
import { deployedHosting, FOR_APP_CHECK, firebaseJson } from './lib/hosting.ts'
import { packageBin, ROOT } from './lib/paths.ts'
import { Processes, stopEverything } from './lib/processes.ts'

const HELP = `
VITE_FIREBASE_CONFIG='{"projectId":"ID", …}' npm run deploy -- --project ID (--plan FILE | --first)

Builds the app for a Firebase project and puts rules, indexes and pages there.

  --plan FILE   the plan as it is published there: npm run plan:export -- FILE --project ID
  --first       before anything is published there: pages show the sample, closed to comments, until something is

Before the first time:
  1. Log in: npx firebase login for this, gcloud auth application-default login for the commands below (or, for both, set
     GOOGLE_APPLICATION_CREDENTIALS to a service account's key file).
  2. Create the project in the Firebase console; in it a Firestore database (a region in Seoul: asia-northeast3) and
     a web app.
  3. Turn on sign-in by Google, by e-mail link and anonymously (slips) under Authentication, and add the site's domain
     to the authorised ones.
  4. Put the web app's configuration into VITE_FIREBASE_CONFIG, as JSON: npx firebase apps:sdkconfig WEB --project ID prints
     it. It is public: every browser reads it. VITE_SITE_URL (a domain of your own) and VITE_CONTACT_EMAIL (who answers
     people) may be set too.
Then deploy with --first. After it:
  5. npm run staff:grant -- --project ID --email … gives the first manager a staff record.
  6. npm run plan:import -- FILE --project ID --publish … publishes the plan. Export it and deploy again, with --plan, as
     after every publication.
  7. npm run results:publish -- --project ID, by cron, publishes the results.
VITE_APP_CHECK_KEY, a key of reCAPTCHA Enterprise, turns App Check on. docs/operations.md tells that and the rest.
`

const VARIABLE = 'VITE_FIREBASE_CONFIG'
const NEEDED_KEYS = ['apiKey', 'authDomain', 'projectId', 'appId']

const processes = new Processes()

async function main(): Promise<number> {
  const { project, plan, first } = readFlags(HELP, {
    project: { type: 'string' },
    plan: { type: 'string' },
    first: { type: 'boolean' },
  })
  if (project === undefined) throw new UserError('Where to? Say --project ID; --help tells the steps.')
  const { authDomain } = checkedConfig(project)
  const config = writeFirebaseJson(authDomain)
  checkPlan(project, { plan, first })
  const built = await buildApp(processes, { outDir: join(ROOT, 'dist'), plan })
  if (built !== 0) return built
  // A page kept on a device may be older than the rules, never newer.
  for (const part of ['firestore', 'hosting']) {
    const flags = ['deploy', '--only', part, '--project', project, '--config', config]
    const done = await processes.run(packageBin('firebase'), flags, { cwd: ROOT })
    if (done !== 0) return done
  }
  return 0
}

/**
 * Writes firebase.json with the headers of this project: whose frame signs in, and whether reCAPTCHA is let in for App Check.
 * It stands beside the other, because paths in it start from where it is.
 */
function writeFirebaseJson(authDomain: string): string {
  const name = 'firebase.deployed.json'
  const hosting = deployedHosting(authDomain, process.env.VITE_APP_CHECK_KEY ? FOR_APP_CHECK : {})
  writeFileSync(join(ROOT, name), JSON.stringify({ ...firebaseJson(), hosting }, null, 2))
  return name
}

/**
 * The web app's configuration.
 * @throws UserError if the app would be built for no project, another one, or emulators
 */
function checkedConfig(project: string): { readonly authDomain: string } {
  if (process.env.VITE_EMULATORS) {
    throw new UserError('VITE_EMULATORS is set: the app would speak to emulators. Unset it.')
  }
  const given = process.env[VARIABLE]
  if (!given) throw new UserError(`${VARIABLE} is not set: it holds the web app's configuration as JSON (--help).`)
  let config: Record<string, unknown>
  try {
    config = JSON.parse(given)
  } catch {
    throw new UserError(`${VARIABLE} is not JSON: keys want quotation marks, and nothing stands after the last “}”.`)
  }
  const missing = NEEDED_KEYS.filter((key) => typeof config[key] !== 'string')
  if (missing.length > 0) throw new UserError(`${VARIABLE} lacks ${missing.join(', ')}.`)
  if (config.projectId !== project) {
    throw new UserError(`${VARIABLE} is of the project ${config.projectId}, not of ${project}.`)
  }
  return { authDomain: String(config.authDomain) }
}

await runScript(main, { cleanUp: stopEverything })
