import { fileURLToPath } from 'node:url'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vitest/config'
import { planModules } from './scripts/lib/plan-modules.ts'
import { pwa } from './scripts/lib/pwa.ts'

// React Router's own production build, the other one without its warnings: no export of the package leads to it.
const routerFile = (file: string) =>
  fileURLToPath(new URL(`node_modules/react-router/dist/production/${file}.mjs`, import.meta.url))

export default defineConfig({
  plugins: [react(), planModules(), pwa()],
  resolve: {
    alias: [
      { find: /^react-router$/, replacement: routerFile('index') },
      { find: /^react-router\/dom$/, replacement: routerFile('dom-export') },
      // What it makes up for is in React itself since version 18.
      { find: 'use-sync-external-store/shim', replacement: 'react' },
    ],
  },
  build: {
    target: 'es2023',
    manifest: true,
    modulePreload: { polyfill: false },
    rolldownOptions: {
      output: {
        // Firebase in files of its own: they change with its version and not with ours.
        codeSplitting: {
          groups: [
            { name: 'firestore', test: /node_modules\/@firebase\/(firestore|webchannel)/ },
            { name: 'firebase-auth', test: /node_modules\/@firebase\/auth/ },
            // One file compresses better than four, and changes only with its versions. Writing and paging come later.
            {
              name: 'vendor',
              test: /node_modules\/(react|react-dom|scheduler|react-router|react-router-dom|@tanstack|i18next|react-i18next)\/(?!.*(useMutation|mutationObserver|[iI]nfiniteQuery(Observer)?)\.js)/,
            },
            // What several of our files share, for the same reason; of the data layer, what is here without Firebase.
            // Not what writing and joining share: nobody needs it to read.
            {
              name: 'shared',
              test: /src\/(?!domain\/(nickname|districts|comment|participant|display|deed|reaction|report)|app\/display|i18n\/page-texts|components\/(field|choice|checkbox|copy-button))(app|components|domain|i18n|features\/plan\/(agreement|queries|use-task)|data\/(errors|remote|session|storage))|preload-helper/,
              minShareCount: 2,
            },
          ],
        },
      },
    },
  },
  // Loaded on demand: found only then, they would reload the page in the middle of somebody's sign-in.
  optimizeDeps: { include: ['firebase/app', 'firebase/auth', 'firebase/firestore/lite'] },
  // What scripts and tests make is no part of the page.
  server: { watch: { ignored: ['**/.cache/**', '**/tests/**'] } },
  css: { modules: { localsConvention: 'camelCaseOnly' } },
  test: {
    projects: [
      { extends: true, test: { name: 'unit', include: ['tests/unit/**/*.test.ts'] } },
      {
        extends: true,
        test: {
          name: 'component',
          environment: 'jsdom',
          include: ['tests/component/**/*.test.tsx'],
          setupFiles: ['tests/helpers/component-setup.ts'],
        },
      },
      // Needs FIRESTORE_EMULATOR_HOST; `npm test` and `npm run test:rules` start one.
      {
        extends: true,
        test: { name: 'rules', include: ['tests/rules/**/*.test.ts'], fileParallelism: false, testTimeout: 30_000 },
      },
    ],
  },
})
