import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { ROOT } from '../../../scripts/lib/paths.ts'
import { FAULTS, type Fault, FLOWS, type Flow, type Proof } from './faults.ts'

export const FILE = join(ROOT, 'docs/reliability.md')

/** A proof, and the test that it comes from. */
export type Proven = Proof & { readonly file: string; readonly test: string }

const HEAD = `# What can go wrong, and what people see then

For each fault and each thing that people do here: what somebody sees, that nothing is lost, and that nothing is done
twice. This page is written by the browser tests from what they have proved, and a whole run fails where it is not true any
more, or a cell has no proof; \`npm run test:e2e -- --update-snapshots\` writes it anew.

The network that is cut or slow is Chromium's own, and so are tabs, reloads, service workers and storage that is full: no letter
more goes into it, and IndexedDB and caches get no room. What becomes of a request on its way, or at a server that does not
serve it, is up to Playwright's routes: of one whose connection is reset the emulator has received half. The clock is
Playwright's; and storage that is forbidden throws what it throws in browsers.
`

const row = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`

/** One line for each test and what it shows. */
function proofsOf(proven: readonly Proven[]): string[] {
  const lines = new Map<string, Flow[]>()
  for (const { flow, what, file, test } of proven) {
    const line = `${what} (\`${file}\`: ${test})`
    lines.set(line, [...(lines.get(line) ?? []), flow])
  }
  const shown = [...lines].map(([line, flows]) => {
    const named = FLOWS.filter((flow) => flows.includes(flow))
    return { first: FLOWS.indexOf(named[0] ?? 'joining'), text: `- **${named.join(', ')}**: ${line}` }
  })
  return shown.toSorted((a, b) => a.first - b.first || a.text.localeCompare(b.text)).map(({ text }) => text)
}

/** The lines of a proof, to look for them in the page. */
export const provenLines = (proven: readonly Proven[]): string[] =>
  FAULTS.flatMap((fault) => proofsOf(proven.filter((proof) => proof.fault === fault)))

/** Cells that no test speaks of. */
const unproven = (proven: readonly Proven[]): string[] =>
  FAULTS.flatMap((fault) =>
    FLOWS.filter((flow) => !proven.some((proof) => proof.fault === fault && proof.flow === flow)).map(
      (flow) => `${flow} × ${fault}`,
    ),
  )

/** docs/reliability.md, as a whole run has proved it. */
export function reliabilityDocument(proven: readonly Proven[]): string {
  const of = (fault: Fault) => proven.filter((proof) => proof.fault === fault)
  const table = [
    row(['', ...FLOWS]),
    row(['---', ...FLOWS.map(() => ':-:')]),
    ...FAULTS.map((fault) =>
      row([fault, ...FLOWS.map((flow) => (of(fault).some((proof) => proof.flow === flow) ? '✓' : '·'))]),
    ),
  ]
  const parts = FAULTS.map((fault) => `## ${fault}\n\n${proofsOf(of(fault)).join('\n')}`)
  return `${[HEAD.trimEnd(), table.join('\n'), ...parts].join('\n\n')}\n`
}

/** How docs/reliability.md differs from what a whole run has proved, in words. */
export const differences = (proven: readonly Proven[]): string[] => [
  ...(reliabilityDocument(proven) === readFileSync(FILE, 'utf8') ? [] : ['the table or its proofs differ']),
  ...unproven(proven).map((cell) => `not proved: ${cell}`),
]
