import { fileURLToPath } from 'node:url'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vitest/config'
import { carefulImports } from './scripts/lib/careful-imports.ts'
import { BUNDLED } from './scripts/lib/licences.ts'
import { planModules } from './scripts/lib/plan-modules.ts'
import { pwa } from './scripts/lib/pwa.ts'
import { scopedName } from './scripts/lib/scoped-names.ts'

// React Router's own production build, the other one without its warnings: no export of the package leads to it.
const routerFile = (file: string) =>
  fileURLToPath(new URL(`node_modules/react-router/dist/production/${file}.mjs`, import.meta.url))

const RANDOM = 'tests/helpers/random-setup.ts'

/** What every page begins with, and the page that most visitors read. */
const FRAME = 'src/app/mount.tsx'
const TASK_PAGE = 'src/app/pages/task-page.tsx'

/** What every page asks for once it has been painted, without their endings. */
const AFTER_PAINT = [
  'app/display',
  'app/pages/task-news',
  'app/service-worker',
  'app/use-update-toast',
  'components/toast-region',
  'components/toasts',
  'data/connection',
  'data/device-store',
  'data/outbox-shelf',
  'data/seen-comments',
  'data/seen-revisions',
  'data/trusted-scripts',
  'features/history/news',
]

type Info = { importers: readonly string[]; dynamicImporters: readonly string[] } | null

/** Whether a module is needed by the frame of every page, or by a task's page and by something else too. */
function isSharedFirst(module: string, infoOf: (id: string) => Info): boolean {
  const needing = new Set<string>()
  const visit = (id: string) => {
    if (needing.has(id)) return
    needing.add(id)
    for (const importer of infoOf(id)?.importers ?? []) visit(importer)
  }
  visit(module)
  // Packages have a file of their own already; of one's index it cannot be told who needs which part.
  if (module.includes('/node_modules/')) return false
  // What is asked for by its name keeps a file of its own.
  if ([FRAME, TASK_PAGE].some((file) => module.endsWith(`/${file}`))) return false
  const isNeededBy = (file: string) => [...needing].some((id) => id.endsWith(`/${file}`))
  const askedFor = [...needing].filter((id) => (infoOf(id)?.dynamicImporters.length ?? 0) > 0)
  return isNeededBy(FRAME) || (isNeededBy(TASK_PAGE) && askedFor.length > 1)
}

export default defineConfig({
  plugins: [carefulImports(), react(), planModules(), pwa()],
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
    license: { fileName: BUNDLED },
    rolldownOptions: {
      // It registers itself with Firebase when it is loaded: to be left out where nothing of it is used.
      treeshake: {
        moduleSideEffects: [{ test: /node_modules\/(@firebase|firebase)\/app-check\//, sideEffects: false }],
      },
      output: {
        // 42 bits tell a file's versions apart; every page names dozens of files, and nothing compresses a hash.
        chunkFileNames: 'assets/[name]-[hash:7].js',
        assetFileNames: 'assets/[name]-[hash:7][extname]',
        // Firebase in files of its own: they change with its version and not with ours.
        codeSplitting: {
          groups: [
            { name: 'firebase-firestore', test: /node_modules\/@firebase\/(firestore|webchannel)/ },
            { name: 'firebase-auth', test: /node_modules\/@firebase\/auth/ },
            // One file compresses better than four, and changes only with its versions. What writes and pages comes later.
            {
              name: 'vendor',
              test: /node_modules\/(react|react-dom|scheduler|react-router|react-router-dom|@tanstack\/(?:query-core|react-query)|i18next|react-i18next)\/(?!.*(useMutation(State)?|mutationObserver|useQueries|queriesObserver|[iI]nfiniteQuery(Observer)?)\.js)/,
            },
            // Of our own code, what every page needs, or a task's page and others: for the same reason.
            {
              name: (id, bundle) => (isSharedFirst(id, (other) => bundle.getModuleInfo(other)) ? 'shared' : null),
              debugName: 'shared',
            },
            // What every first view asks for once it has been painted; after “shared”, so that nothing of that goes along.
            {
              name: 'later',
              test: (id) =>
                id.includes('/node_modules/idb-keyval/') || AFTER_PAINT.some((name) => id.includes(`/src/${name}.ts`)),
            },
          ],
        },
      },
    },
  },
  // Unset, it is nothing, so that what depends on it is left out.
  define: { 'import.meta.env.VITE_APP_CHECK_KEY': JSON.stringify(process.env.VITE_APP_CHECK_KEY ?? '') },
  // Loaded on demand: found only then, they would reload the page in the middle of somebody's sign-in.
  optimizeDeps: { include: ['firebase/app', 'firebase/auth', 'firebase/firestore/lite'] },
  // What scripts and tests make is no part of the page.
  server: { watch: { ignored: ['**/.cache/**', '**/tests/**'] } },
  css: { modules: { localsConvention: 'camelCaseOnly', generateScopedName: scopedName } },
  test: {
    // Otherwise one core is left to Vitest itself, which has nothing to do.
    maxWorkers: '100%',
    projects: [
      { extends: true, test: { name: 'unit', include: ['tests/unit/**/*.test.ts'], setupFiles: RANDOM } },
      {
        extends: true,
        test: {
          name: 'component',
          environment: 'jsdom',
          include: ['tests/component/**/*.test.tsx'],
          setupFiles: [RANDOM, 'tests/helpers/component-setup.ts'],
        },
      },
      // Needs FIRESTORE_EMULATOR_HOST, or one for each worker; `npm test` and `npm run test:rules` start them.
      {
        extends: true,
        test: {
          name: 'rules',
          include: ['tests/rules/**/*.test.ts', 'tests/safety/**/*.test.ts'],
          setupFiles: ['tests/rules/helpers/own-emulator.ts', RANDOM],
          fileParallelism: false,
          testTimeout: 30_000,
        },
      },
    ],
  },
})
