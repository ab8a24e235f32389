import { readFileSync, writeFileSync } from 'node:fs'
import { cpus, totalmem } from 'node:os'
import { join } from 'node:path'
import { ROOT } from '../../../scripts/lib/paths.ts'

const FILE = join(ROOT, 'docs/performance.md')
const END = '<!-- End of what is made. -->'

/** Writes the figures into docs/performance.md, with what is needed to judge them. */
export const record = (table: string, runs: number, command: string): void =>
  recordUnder('bench:pages', `\`${command}\` · median of ${runs}`, table)

/**
 * The same for any bench, between the marks of its name.
 * @param how the command, and what else tells how the figures came about
 */
export function recordUnder(script: string, how: string, table: string): void {
  const start = `<!-- Made by \`npm run ${script}\`. Do not edit. -->`
  const text = readFileSync(FILE, 'utf8')
  const from = text.indexOf(start)
  const to = text.indexOf(END, from)
  if (from === -1 || to === -1) throw new Error(`${FILE} has no place for the figures`)
  const machine = `${cpus().length} × ${cpus()[0]?.model.trim()}, ${Math.round(totalmem() / 2 ** 30)} GB`
  const today = new Date().toISOString().slice(0, 10)
  const made = `${today} · ${how} · ${machine}, Node ${process.versions.node}`
  writeFileSync(FILE, `${text.slice(0, from)}${start}\n\n${made}\n\n${table}\n\n${text.slice(to)}`)
}
