import { applicationDefault, deleteApp, initializeApp } from 'firebase-admin/app'
import { type Auth, getAuth } from 'firebase-admin/auth'
import { type Firestore, getFirestore } from 'firebase-admin/firestore'
import { portsFrom } from './chosen-ports.ts'
import { UserError } from './cli.ts'
import { DEMO_PROJECT } from './paths.ts'
import { untilUp } from './wait.ts'

/** The addresses of the two emulators, as the environment variables of the Firebase SDKs want them. */
export type Emulators = { readonly auth: string; readonly firestore: string }

/** A project seen with every right, past the rules. */
export type Admin = {
  readonly projectId: string
  /** The emulators behind it; null is a real project. */
  readonly emulators: Emulators | null
  readonly db: Firestore
  readonly auth: Auth
  readonly close: () => Promise<void>
}

/** Connects to emulators. They must answer already. */
export function connectToEmulators(emulators: Emulators): Admin {
  // The SDK of Auth takes its emulator from the environment only.
  process.env.FIREBASE_AUTH_EMULATOR_HOST = emulators.auth
  process.env.FIRESTORE_EMULATOR_HOST = emulators.firestore
  // It would look for a server that hands out Google's credentials, and warn that there is none.
  process.env.METADATA_SERVER_DETECTION = 'none'
  return connect(DEMO_PROJECT, emulators)
}

/**
 * Connects to what a script's flags name: a real project by `--project ID` with application-default credentials,
 * otherwise the emulators of `npm start` or those that FIRESTORE_EMULATOR_HOST and FIREBASE_AUTH_EMULATOR_HOST name.
 * @throws UserError if no emulator answers, if a real project and an emulator are named at once, or if there are no
 *   credentials
 */
export async function connectTo(project: string | undefined): Promise<Admin> {
  const named = ['FIRESTORE_EMULATOR_HOST', 'FIREBASE_AUTH_EMULATOR_HOST'].filter((name) => process.env[name])
  if (project !== undefined) {
    if (named.length > 0) {
      throw new UserError(`--project ${project} means a real project, but ${named.join(' and ')} names an emulator.`)
    }
    await needCredentials()
    return connect(project, null)
  }
  const ports = portsFrom({})
  const firestore = process.env.FIRESTORE_EMULATOR_HOST || `127.0.0.1:${ports.firestore}`
  const auth = process.env.FIREBASE_AUTH_EMULATOR_HOST || `127.0.0.1:${ports.auth}`
  try {
    await Promise.all([untilUp('Firestore', `http://${firestore}/`, 3), untilUp('Auth', `http://${auth}/`, 3)])
  } catch {
    throw new UserError(
      `No emulators answer at ${firestore} and ${auth}: start them by “npm start”, or name a real project by --project.`,
    )
  }
  return connectToEmulators({ auth, firestore })
}

async function needCredentials(): Promise<void> {
  try {
    await applicationDefault().getAccessToken()
  } catch (error) {
    throw new UserError(
      'A real project wants application-default credentials, and there are none that work: run “gcloud auth ' +
        'application-default login”, or set GOOGLE_APPLICATION_CREDENTIALS to a service account’s key file.',
      error instanceof Error ? error.message : String(error),
    )
  }
}

function connect(projectId: string, emulators: Emulators | null): Admin {
  // By its emulator, as one script may have several.
  const app = initializeApp({ projectId }, emulators?.firestore ?? projectId)
  const db = getFirestore(app)
  return { projectId, emulators, db, auth: getAuth(app), close: () => deleteApp(app) }
}
