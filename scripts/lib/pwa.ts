import { type Plugin, resolveConfig } from 'vite'
import { type VitePluginPWAAPI, VitePWA, type VitePWAOptions } from 'vite-plugin-pwa'
import { ROOT } from './paths.ts'

type ManifestEntry = { url: string; revision: string | null; size: number }

/** Addresses as people see them: hosting has `ko/tasks/1.html` at /ko/tasks/1, and sends anybody else there. */
export const cleanAddress = (file: string): string => {
  if (!file.endsWith('.html')) return file
  return file === 'index.html' ? '/' : file.slice(0, -'.html'.length)
}

const withCleanAddresses = (entries: ManifestEntry[]) => ({
  manifest: entries.map((entry) => ({ ...entry, url: cleanAddress(entry.url) })),
})

const OPTIONS: Partial<VitePWAOptions> = {
  registerType: 'prompt',
  // src/app/service-worker.ts registers it, under Trusted Types.
  injectRegister: null,
  includeManifestIcons: false,
  manifest: {
    id: '/',
    name: '서울교육마당',
    short_name: '교육마당',
    description: '서울교육 중기발전계획을 함께 읽고 고쳐 가는 열린 마당 · Read and reshape Seoul’s education plan',
    lang: 'ko',
    dir: 'ltr',
    start_url: '/',
    scope: '/',
    display: 'standalone',
    theme_color: '#faf8f4',
    background_color: '#faf8f4',
    categories: ['education', 'government'],
    // `npm run pictures` draws them from mark.svg.
    icons: [
      // The one that a browser takes if it can, since the page has it already.
      { src: '/mark.svg', sizes: 'any', type: 'image/svg+xml' },
      { src: '/icons/192.png', sizes: '192x192', type: 'image/png' },
      { src: '/icons/512.png', sizes: '512x512', type: 'image/png' },
      { src: '/icons/maskable-512.png', sizes: '512x512', type: 'image/png', purpose: 'maskable' },
    ],
  },
  workbox: {
    globPatterns: ['**/*.{html,woff2}', 'assets/*.{js,css}', 'mark.svg'],
    // Nobody can sign in without a connection; on the device of those who have, `runtimeCaching` keeps it.
    globIgnores: ['404.html', 'assets/firebase-auth-*.js'],
    manifestTransforms: [withCleanAddresses],
    navigateFallback: '/app',
    // Firebase's own pages, and files.
    navigateFallbackDenylist: [/^\/__\//, /\.\w+$/],
    clientsClaim: true,
    // Under Trusted Types a service worker may not bring in another script.
    inlineWorkboxRuntime: true,
    sourcemap: false,
    runtimeCaching: [
      {
        urlPattern: ({ sameOrigin, url }) => sameOrigin && url.pathname.startsWith('/assets/'),
        handler: 'CacheFirst',
        options: { cacheName: 'assets', expiration: { maxEntries: 30 } },
      },
    ],
  },
}

/** The web app manifest, and what writeServiceWorker() needs: by itself the plugin would write before pages are drawn. */
export const pwa = (): Plugin[] => VitePWA(OPTIONS).map(({ closeBundle: _, ...plugin }) => plugin)

/** Writes the service worker of a finished build, which keeps every public page of it on the device. */
export async function writeServiceWorker(dist: string): Promise<void> {
  const config = await resolveConfig({ root: ROOT, logLevel: 'warn', build: { outDir: dist } }, 'build')
  const plugin = config.plugins.find(({ name }) => name === 'vite-plugin-pwa')
  const api: VitePluginPWAAPI | undefined = plugin?.api
  if (!api) throw new Error('vite-plugin-pwa is not among the plugins')
  await api.generateSW()
}
