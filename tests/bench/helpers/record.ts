import { readFileSync, writeFileSync } from 'node:fs'
import { cpus, totalmem } from 'node:os'
import { join } from 'node:path'
import { ROOT } from '../../../scripts/lib/paths.ts'

const FILE = join(ROOT, 'docs/performance.md')
const START = '<!-- Made by `npm run bench:pages`. Do not edit. -->'
const END = '<!-- End of what is made. -->'

/** Writes the figures into docs/performance.md, with what is needed to judge them. */
export function record(table: string, runs: number, command: string): void {
  const text = readFileSync(FILE, 'utf8')
  const from = text.indexOf(START)
  const to = text.indexOf(END)
  if (from === -1 || to === -1) throw new Error(`${FILE} has no place for the figures`)
  const machine = `${cpus().length} × ${cpus()[0]?.model.trim()}, ${Math.round(totalmem() / 2 ** 30)} GB`
  const today = new Date().toISOString().slice(0, 10)
  const made = `${today} · \`${command}\` · median of ${runs} · ${machine}, Node ${process.versions.node}`
  writeFileSync(FILE, `${text.slice(0, from)}${START}\n\n${made}\n\n${table}\n\n${text.slice(to)}`)
}
