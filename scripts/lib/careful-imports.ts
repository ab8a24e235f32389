import { join } from 'node:path'
import type { Plugin } from 'vite'
import { ROOT } from './paths.ts'

/** What Vite lets every import() of a build go through. */
const HELPER = '\0vite/preload-helper.js'
const OURS = `export { bring as __vitePreload } from ${JSON.stringify(join(ROOT, 'src/app/bring.ts'))}`

/** Puts src/app/bring.ts in the place of Vite's own helper, and tells it of all files, also of a part that has but one. */
export function carefulImports(): Plugin {
  let isInPlace = false
  return {
    name: 'careful-imports',
    apply: 'build',
    enforce: 'pre',
    config: () => ({
      build: {
        modulePreload: {
          polyfill: false,
          resolveDependencies: (file, others, { hostType }) =>
            hostType === 'js' ? [...new Set([file, ...others])] : others,
        },
      },
    }),
    load(id) {
      if (id !== HELPER) return null
      isInPlace = true
      return OURS
    },
    generateBundle(_, bundle) {
      const imports = Object.values(bundle).some((file) => file.type === 'chunk' && file.dynamicImports.length > 0)
      const isForBrowsers = this.environment.config.consumer === 'client'
      // With another version of Vite the helper may have another name.
      if (imports && isForBrowsers && !isInPlace)
        this.error('src/app/bring.ts has not come into the place of Vite’s helper for imports.')
    },
  }
}
