import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import type { FullConfig, FullResult, Reporter, Suite, TestCase } from '@playwright/test/reporter'
import { ROOT } from '../../scripts/lib/paths.ts'
import { proofsIn } from './helpers/faults.ts'
import { forgotten, type Proven, provenLines, reliabilityDocument } from './helpers/reliability.ts'

const FILE = join(ROOT, 'docs/reliability.md')

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
    return Promise.resolve(this.#isTrue() || status !== 'passed' ? undefined : { status: 'failed' })
  }

  #isTrue(): boolean {
    const tests = this.#suite?.allTests() ?? []
    const proven = tests.filter((test) => test.outcome() === 'expected').flatMap(provenBy)
    const ran = new Set(tests.map(({ location }) => basename(location.file)))
    const isWhole =
      this.#config?.grep?.toString() === '/.*/' && specs(import.meta.dirname).every((name) => ran.has(name))
    const stands = readFileSync(FILE, 'utf8')
    if (!isWhole) return this.#isSaid(provenLines(proven).filter((line) => !stands.includes(line)))
    const document = reliabilityDocument(proven)
    if (this.#config?.updateSnapshots !== 'missing') writeFileSync(FILE, document)
    else if (document !== stands) return this.#isSaid(['the table or its proofs differ'])
    return this.#isSaid(forgotten(proven).map((cell) => `neither proved nor explained: ${cell}`))
  }

  #isSaid(wrong: readonly string[]): boolean {
    for (const what of wrong) process.stderr.write(`docs/reliability.md does not say what was proved: ${what}\n`)
    return wrong.length === 0
  }
}
