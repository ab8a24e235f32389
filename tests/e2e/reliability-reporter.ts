import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { basename } from 'node:path'
import type { FullConfig, FullResult, Reporter, Suite, TestCase } from '@playwright/test/reporter'
import { proofsIn } from './helpers/faults.ts'
import { differences, FILE, type Proven, provenLines, reliabilityDocument } from './helpers/reliability.ts'

const specs = (folder: string) => readdirSync(folder).filter((name) => name.endsWith('.spec.ts'))

/** What a test that has passed has proved. In which language it ran says nothing more. */
const provenBy = ({ annotations, location, title }: TestCase): Proven[] =>
  proofsIn(annotations).map((proof) => ({
    ...proof,
    file: basename(location.file),
    test: title.replace(/,? in (ko|en)$/, ''),
  }))

/**
 * Holds docs/reliability.md to what the run has proved: a whole run to all of it, or writes it (--update-snapshots); a
 * part of one to what it has a say in.
 */
export default class ReliabilityReporter implements Reporter {
  #config: FullConfig | undefined
  #suite: Suite | undefined

  onBegin(config: FullConfig, suite: Suite): void {
    this.#config = config
    this.#suite = suite
  }

  onEnd({ status }: FullResult): Promise<{ status?: FullResult['status'] } | undefined> {
    const wrong = this.#whatIsWrong()
    for (const what of wrong) process.stderr.write(`docs/reliability.md does not say what was proved: ${what}\n`)
    return Promise.resolve(wrong.length === 0 || status !== 'passed' ? undefined : { status: 'failed' })
  }

  #whatIsWrong(): string[] {
    const tests = this.#suite?.allTests() ?? []
    const proven = tests.filter((test) => test.ok() && test.outcome() !== 'skipped').flatMap(provenBy)
    const ran = new Set(tests.map(({ location }) => basename(location.file)))
    const isWhole =
      this.#config?.grep?.toString() === '/.*/' && specs(import.meta.dirname).every((name) => ran.has(name))
    if (!isWhole) return provenLines(proven).filter((line) => !readFileSync(FILE, 'utf8').includes(line))
    if (this.#config?.updateSnapshots !== 'missing') writeFileSync(FILE, reliabilityDocument(proven))
    return differences(proven)
  }
}
