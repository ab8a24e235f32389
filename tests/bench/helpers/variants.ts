import { join } from 'node:path'
import { build } from 'vite'
import { emulatorsForApp } from '../../../scripts/lib/build.ts'
import { serveFolder } from '../../../scripts/lib/hosting-server.ts'
import { ROOT } from '../../../scripts/lib/paths.ts'
import { freePorts } from '../../../scripts/lib/ports.ts'
import type { Processes } from '../../../scripts/lib/processes.ts'
import { startReadingStack } from '../../../scripts/lib/reading-stack.ts'
import { serveFirestore } from './firestore-proxy.ts'

/** What is compared: the page as built, the same page without any script, and the same app drawn in the browser. */
export const VARIANTS = ['built', 'scriptless', 'client-rendered'] as const
export type Variant = (typeof VARIANTS)[number]

const SHELL = 'tests/bench/client-rendered/index.html'

/** Builds the three and serves them, with the sample data behind them. @returns the address of each */
export async function serveVariants(processes: Processes): Promise<Record<Variant, string>> {
  const [proxy = 0, scriptless = 0, client = 0] = await freePorts(3)
  const stack = await startReadingStack(processes, (emulator) => serveFirestore(proxy, emulator))
  const { dist, hosting, emulators } = stack
  const clientDist = join(dist, '../client-rendered')
  process.env.VITE_EMULATORS = emulatorsForApp(emulators)
  await build({
    root: ROOT,
    logLevel: 'error',
    build: { outDir: clientDist, emptyOutDir: true, rolldownOptions: { input: join(ROOT, SHELL) } },
  })
  return {
    built: stack.url,
    scriptless: await serveFolder(scriptless, { folder: dist, hosting, rewrite: withoutScripts }),
    'client-rendered': await serveFolder(client, { folder: clientDist, hosting, shell: SHELL }),
  }
}

/** The same HTML without anything that would load or run a script. */
export const withoutScripts = (html: string): string =>
  html.replaceAll(/<script\b[^>]*>[\s\S]*?<\/script>|<link\b[^>]*rel="modulepreload"[^>]*>/g, '')
