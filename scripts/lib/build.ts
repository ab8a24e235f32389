import type { Emulators } from './admin.ts'
import { packageBin, ROOT } from './paths.ts'
import type { Processes } from './processes.ts'

type Options = {
  /** Folder to build into; it is emptied before. */
  readonly outDir: string
  /** Build an app that speaks to these emulators; otherwise one for the project in VITE_FIREBASE_CONFIG. */
  readonly emulators?: Emulators
  /** A file of “npm run plan:export”; otherwise the sample. */
  readonly plan?: string | undefined
}

/** What the app reads as VITE_EMULATORS. */
export const emulatorsForApp = ({ auth, firestore }: Emulators): string =>
  JSON.stringify({ auth: `http://${auth}`, firestore })

/**
 * Builds the app and draws its public pages.
 * @returns the exit code: 0 if all went well
 */
export function buildApp(processes: Processes, { outDir, emulators, plan }: Options): Promise<number> {
  const env = emulators ? { VITE_EMULATORS: emulatorsForApp(emulators) } : {}
  return processes.run(packageBin('tsx'), ['scripts/build.ts', '--out', outDir, ...(plan ? ['--plan', plan] : [])], {
    cwd: ROOT,
    env,
  })
}
