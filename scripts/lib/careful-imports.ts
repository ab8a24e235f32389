import { join } from 'node:path'
import type { Plugin } from 'vite'
import { ROOT } from './paths.ts'

/** What Vite lets every import() of a build go through. */
const HELPER = '\0vite/preload-helper.js'

/** Puts src/app/bring.ts in the place of Vite's own helper, and tells it of all files, also of a part that has but one. */
export const carefulImports = (): Plugin => ({
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
  load: (id) =>
    id === HELPER ? `export { bring as __vitePreload } from ${JSON.stringify(join(ROOT, 'src/app/bring.ts'))}` : null,
})
