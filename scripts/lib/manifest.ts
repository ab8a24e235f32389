import { readFileSync } from 'node:fs'
import { basename, join } from 'node:path'

type Chunk = { readonly file: string; readonly imports?: readonly string[]; readonly css?: readonly string[] }

/** What a build is made of, as Vite writes it down: chunks by the module they hold. */
export type Manifest = Readonly<Record<string, Chunk>>

export const readManifest = (dist: string): Manifest =>
  JSON.parse(readFileSync(join(dist, '.vite/manifest.json'), 'utf8')) as Manifest

/** A module's key in the manifest. A chunk that is shared has no module of its own there: it is found by its name. */
function keyOf(manifest: Manifest, entry: string): string {
  const shared = `_${basename(entry, '.ts')}-`
  return entry in manifest ? entry : (Object.keys(manifest).find((key) => key.startsWith(shared)) ?? entry)
}

/**
 * The files that loading these modules brings with it: their own and those they import, not what loads later.
 * @returns paths within the build, without a slash at the start
 * @throws Error if the build has no such module
 */
export function filesOf(manifest: Manifest, entries: readonly string[], kind: 'js' | 'css'): Set<string> {
  const files = new Set<string>()
  const visited = new Set<string>()
  const visit = (key: string) => {
    const chunk = manifest[key]
    if (!chunk) throw new Error(`the build has no ${key}`)
    if (visited.has(key)) return
    visited.add(key)
    for (const imported of chunk.imports ?? []) visit(imported)
    for (const file of kind === 'js' ? [chunk.file] : (chunk.css ?? [])) files.add(file)
  }
  for (const entry of entries) visit(keyOf(manifest, entry))
  return files
}
