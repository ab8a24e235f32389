import { packageBin, ROOT } from './paths.ts'
import type { Processes } from './processes.ts'

type Check = { readonly name: string; readonly command: readonly [program: string, ...args: string[]] }

/** Everything that is checked without running the product, in this order. This is the place to add one. */
export const CHECKS: readonly Check[] = [
  { name: 'lint (biome)', command: ['biome', 'ci', '.'] },
  { name: 'types (tsc)', command: ['tsc', '--noEmit'] },
  { name: 'unused code (knip)', command: ['knip'] },
  {
    name: 'languages complete (i18next-cli)',
    command: ['i18next-cli', 'status', '--config', 'scripts/i18next.config.ts'],
  },
  {
    name: 'no text in the code (i18next-cli)',
    command: ['i18next-cli', 'lint', '--config', 'scripts/i18next.config.ts'],
  },
  { name: 'size budget (size-limit)', command: ['tsx', 'scripts/size.ts'] },
  // Of the build that was weighed just now.
  { name: 'licences listed', command: ['tsx', 'scripts/licences.ts', '--check', '--of', '.cache/size'] },
]

export type CheckResult = { readonly name: string; readonly passed: boolean; readonly seconds: number }

/** Runs all checks, those after a failed one too, so that one run tells everything that is wrong. */
export async function runChecks(processes: Processes): Promise<CheckResult[]> {
  const results: CheckResult[] = []
  for (const { name, command } of CHECKS) {
    const [program, ...args] = command
    const began = Date.now()
    console.log(`── ${name}`)
    const passed = (await processes.run(packageBin(program), args, { cwd: ROOT })) === 0
    results.push({ name, passed, seconds: (Date.now() - began) / 1000 })
  }
  return results
}
