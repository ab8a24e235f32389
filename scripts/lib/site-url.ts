import { DEMO_PROJECT } from './paths.ts'

type Env = Readonly<Record<string, string | undefined>>

/** Where the site will stand, without a slash at the end: what canonical addresses and the sitemap begin with. */
export function siteUrl({ VITE_SITE_URL, VITE_FIREBASE_CONFIG }: Env): string {
  if (VITE_SITE_URL) return VITE_SITE_URL.replace(/\/+$/, '')
  const { projectId = DEMO_PROJECT } = JSON.parse(VITE_FIREBASE_CONFIG || '{}') as { projectId?: string }
  return `https://${projectId}.web.app`
}
