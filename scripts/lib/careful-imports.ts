import { join } from 'node:path'
import type { Plugin, Rolldown } from 'vite'
import { ROOT } from './paths.ts'

/** What Vite lets every import() of a build go through. */
const HELPER = '\0vite/preload-helper.js'
const OURS = `export { bring as __vitePreload } from ${JSON.stringify(join(ROOT, 'src/app/bring.ts'))}`

/** The scripts that are here wherever one of them runs: what it imports, and what that imports. */
function scriptsWith(name: string, bundle: Rolldown.OutputBundle, found = new Set<string>()): ReadonlySet<string> {
  found.add(name)
  const file = bundle[name]
  const imports = file?.type === 'chunk' ? file.imports : []
  for (const next of imports) if (!found.has(next)) scriptsWith(next, bundle, found)
  return found
}

/**
 * Puts src/app/bring.ts in the place of Vite's own helper, and tells it of all files that have to be fetched, also of a part that
 * has but one. What the importing script stands upon is here, and is not named: nothing compresses its hashes.
 */
export function carefulImports(): Plugin {
  let isInPlace = false
  let built: Rolldown.OutputBundle = {}
  return {
    name: 'careful-imports',
    apply: 'build',
    enforce: 'pre',
    config: () => ({
      build: {
        modulePreload: {
          polyfill: false,
          resolveDependencies: (file, others, { hostId, hostType }) => {
            if (hostType !== 'js') return others
            const here = scriptsWith(hostId, built)
            return [...new Set([file, ...others])].filter((name) => !here.has(name))
          },
        },
      },
    }),
    load(id) {
      if (id !== HELPER) return null
      isInPlace = true
      return OURS
    },
    // Before Vite asks for dependencies.
    generateBundle(_, bundle) {
      built = bundle
      const imports = Object.values(bundle).some((file) => file.type === 'chunk' && file.dynamicImports.length > 0)
      const isForBrowsers = this.environment.config.consumer === 'client'
      // With another version of Vite the helper may have another name.
      if (imports && isForBrowsers && !isInPlace)
        this.error('src/app/bring.ts has not come into the place of Vite’s helper for imports.')
    },
  }
}
