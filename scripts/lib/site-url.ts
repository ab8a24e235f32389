import { DEMO_PROJECT } from './paths.ts'

export type Env = Readonly<Record<string, string | undefined>>

/** Where the site will stand, without a slash at the end: what canonical addresses and the sitemap begin with. */
export function siteUrl(env: Env): string {
  if (env.VITE_SITE_URL) return env.VITE_SITE_URL.replace(/\/+$/, '')
  return `https://${projectIn(env) ?? DEMO_PROJECT}.web.app`
}

/** The Firebase project that an app is built for, if it is built for one. */
export const projectIn = ({ VITE_FIREBASE_CONFIG, VITE_EMULATORS }: Env): string | undefined =>
  VITE_EMULATORS ? undefined : (JSON.parse(VITE_FIREBASE_CONFIG || '{}') as { projectId?: string }).projectId
