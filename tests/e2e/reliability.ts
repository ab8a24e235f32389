import { readFileSync } from 'node:fs'
import { differences, type Proven } from './helpers/reliability.ts'

// What the parts of a whole run have proved, each in a file, against docs/reliability.md.
const proven = process.argv.slice(2).flatMap((file) => JSON.parse(readFileSync(file, 'utf8')) as Proven[])
const wrong = differences(proven)
for (const what of wrong) process.stderr.write(`docs/reliability.md does not say what was proved: ${what}\n`)
process.exitCode = wrong.length === 0 ? 0 : 1
