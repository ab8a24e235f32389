import { createHash } from 'node:crypto'
import { relative } from 'node:path'
import { ROOT } from './paths.ts'

/** Enough to tell a hundred files apart by; every letter stands in pages, styles and code, and nothing compresses it. */
const LETTERS = 3

const files = new Map<string, string>()

/**
 * The name of a class of a CSS module in pages: its own, and a few letters that stand for the file.
 * @throws Error if another file has got the same name
 */
export function scopedName(name: string, file: string): string {
  const path = relative(ROOT, file.replace(/\?.*/, ''))
  const scoped = `${name}-${createHash('sha256').update(path).digest('base64url').replace(/\W/g, '').slice(0, LETTERS)}`
  const other = files.get(scoped) ?? path
  files.set(scoped, path)
  if (other !== path) throw new Error(`.${name} of ${path} and of ${other} would be the same class: rename one of them`)
  return scoped
}
