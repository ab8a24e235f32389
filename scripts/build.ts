import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { build } from 'vite'
import { readFlags, runScript } from './lib/cli.ts'
import { noticeOf, shippedIn } from './lib/licences.ts'
import { ROOT } from './lib/paths.ts'
import { prerenderSite } from './lib/prerender.ts'
import { writeServiceWorker } from './lib/pwa.ts'
import { siteUrl } from './lib/site-url.ts'

const HELP = `
npm run build -- [--out FOLDER] [--plan FILE]

Builds the app into dist and draws every public page in both languages there. Needs no network.

  --plan FILE            the newest published plan, written by “npm run plan:export”; otherwise the sample, which a
                         Firebase project gets as not published: whatever is published there takes its place

  VITE_FIREBASE_CONFIG   the web app's configuration from the Firebase console, as JSON
  VITE_SITE_URL          where the site will stand; otherwise https://<project>.web.app
  VITE_CONTACT_EMAIL     the address that the about page names; otherwise it says that there is none yet
  VITE_APP_CHECK_KEY     the key of reCAPTCHA Enterprise for App Check, which is off without it
`

async function main(): Promise<undefined> {
  const { out, plan } = readFlags(HELP, { out: { type: 'string' }, plan: { type: 'string' } })
  if (plan !== undefined) process.env.PLAN_FILE = plan
  const dist = out ?? join(ROOT, 'dist')
  process.env.VITE_SITE_URL = siteUrl(process.env)
  await build({ root: ROOT, logLevel: 'warn', build: { outDir: dist, emptyOutDir: true } })
  await prerenderSite(dist, process.env.VITE_SITE_URL)
  await writeServiceWorker(dist)
  writeFileSync(join(dist, 'licences.txt'), noticeOf(shippedIn(dist)))
  return undefined
}

await runScript(main)
