import { packageBin, ROOT } from './paths.ts'
import type { Processes } from './processes.ts'

type Check = { readonly name: string; readonly command: readonly [program: string, ...args: string[]] }

/**
 * Everything that is checked without running the product: two rows, as there are two cores, each in its order. This is
 * the place to add one.
 */
export const CHECKS: readonly (readonly Check[])[] = [
  [
    { name: 'lint (biome)', command: ['biome', 'ci', '.'] },
    { name: 'types (tsc)', command: ['tsc', '--noEmit'] },
    { name: 'unused code (knip)', command: ['knip'] },
  ],
  [
    { name: 'size budget (size-limit)', command: ['tsx', 'scripts/size.ts'] },
    // Of the build that was weighed just now.
    { name: 'licences listed', command: ['tsx', 'scripts/licences.ts', '--check', '--of', '.cache/size'] },
    {
      name: 'languages complete (i18next-cli)',
      command: ['i18next-cli', 'status', '--config', 'scripts/i18next.config.ts'],
    },
    {
      name: 'no text in the code (i18next-cli)',
      command: ['i18next-cli', 'lint', '--config', 'scripts/i18next.config.ts'],
    },
  ],
]

export type CheckResult = { readonly name: string; readonly passed: boolean; readonly seconds: number }

/** Runs all checks, those after a failed one too, so that one run tells everything that is wrong. */
export async function runChecks(processes: Processes): Promise<CheckResult[]> {
  const inOrder = async (row: readonly Check[]): Promise<CheckResult[]> => {
    const results: CheckResult[] = []
    for (const { name, command } of row) {
      const [program, ...args] = command
      const began = Date.now()
      console.log(`${name} …`)
      let said = ''
      const onOutput = (text: string) => {
        said += text
      }
      const passed = (await processes.run(packageBin(program), args, { cwd: ROOT, onOutput })) === 0
      const seconds = (Date.now() - began) / 1000
      console.log(`── ${name}, ${seconds.toFixed(0)} s\n${said.trimEnd()}`)
      results.push({ name, passed, seconds })
    }
    return results
  }
  return (await Promise.all(CHECKS.map(inOrder))).flat()
}
