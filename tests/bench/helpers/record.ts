import { readFileSync, writeFileSync } from 'node:fs'
import { cpus, totalmem } from 'node:os'
import { join } from 'node:path'
import { ROOT } from '../../../scripts/lib/paths.ts'

const FILE = join(ROOT, 'docs/performance.md')
const END = '<!-- End of what is made. -->'

type Bench = 'pages' | 'comments' | 'votes' | 'review'

/**
 * Writes the median of several runs into docs/performance.md, with what is needed to judge it.
 * @param usualRuns what the command does unless told otherwise
 */
export function record(bench: Bench, table: string, runs: number, usualRuns: number): void {
  const name = `npm run bench:${bench}`
  const command = runs === usualRuns ? name : `${name} -- --runs ${runs}`
  recordUnder(bench, `\`${command}\` · median of ${runs}`, table)
}

/** The same for figures of any kind. @param how the command, and what else tells how the figures came about */
export function recordUnder(bench: Bench, how: string, table: string): void {
  const start = `<!-- Made by \`npm run bench:${bench}\`. Do not edit. -->`
  const text = readFileSync(FILE, 'utf8')
  const from = text.indexOf(start)
  const to = text.indexOf(END, from)
  if (from === -1 || to === -1) throw new Error(`${FILE} has no place for the figures`)
  const machine = `${cpus().length} × ${cpus()[0]?.model.trim()}, ${Math.round(totalmem() / 2 ** 30)} GB`
  const today = new Date().toISOString().slice(0, 10)
  const made = `${today} · ${how} · ${machine}, Node ${process.versions.node}`
  writeFileSync(FILE, `${text.slice(0, from)}${start}\n\n${made}\n\n${table}\n\n${text.slice(to)}`)
}
