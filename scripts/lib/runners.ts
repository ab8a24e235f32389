import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { packageBin, ROOT } from './paths.ts'
import type { Processes } from './processes.ts'
import { playwrightTally, type Tally, vitestTally } from './test-reports.ts'

const NOTHING: Tally = { passed: 0, failed: 0, skipped: 0, retried: 0, troubles: [] }

/** A runner, or what runs it, that came to no result. */
export const CRASHED: Tally = { ...NOTHING, failed: 1, troubles: ['a runner did not come to its end'] }

/** Runs one of Vitest's projects. @param args further arguments for Vitest, such as the name of a file */
export async function runVitest(
  processes: Processes,
  project: string,
  args: readonly string[] = [],
  env: Readonly<Record<string, string>> = {},
): Promise<Tally> {
  const report = newReport()
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`]
  const code = await processes.run(packageBin('vitest'), ['run', '--project', project, ...reporters, ...args], {
    cwd: ROOT,
    env,
  })
  return tallyOf(report, code, vitestTally)
}

/** Runs the browser tests against the page at `url`. @param args further arguments for Playwright */
export async function runPlaywright(
  processes: Processes,
  env: Readonly<Record<string, string>>,
  args: readonly string[] = [],
): Promise<Tally> {
  const report = newReport()
  const flags = ['test', '--config', 'tests/e2e/playwright.config.ts', ...args]
  const code = await processes.run(packageBin('playwright'), flags, {
    cwd: ROOT,
    env: { ...env, PLAYWRIGHT_JSON_OUTPUT_FILE: report },
  })
  return tallyOf(report, code, playwrightTally)
}

/** The sum of several tallies. */
export const sumOf = (tallies: readonly Tally[]): Tally =>
  tallies.reduce(
    (sum, tally) => ({
      passed: sum.passed + tally.passed,
      failed: sum.failed + tally.failed,
      skipped: sum.skipped + tally.skipped,
      retried: sum.retried + tally.retried,
      troubles: [...sum.troubles, ...tally.troubles],
    }),
    NOTHING,
  )

/** “12 passed, 0 failed”; what was skipped or retried is named only if there is some. */
export const describeTally = ({ passed, failed, skipped, retried }: Tally): string =>
  [
    `${passed} passed, ${failed} failed`,
    ...(skipped > 0 ? [`${skipped} skipped`] : []),
    ...(retried > 0 ? [`${retried} only the second time`] : []),
  ].join(', ')

/**
 * What a runner's report says, which is deleted then, corrected by its exit code: a runner that wrote no report, ran
 * nothing, or failed although no test did (a file that cannot be loaded, an error outside tests) counts as one failed test.
 */
export function tallyOf<Report>(file: string, exitCode: number, read: (report: Report) => Tally): Tally {
  let tally: Tally
  try {
    tally = read(JSON.parse(readFileSync(file, 'utf8')) as Report)
  } catch {
    return CRASHED
  } finally {
    rmSync(dirname(file), { recursive: true })
  }
  const ranNothing = tally.passed + tally.failed === 0
  const crashed = exitCode !== 0 && tally.failed === 0
  return ranNothing || crashed ? sumOf([tally, CRASHED]) : tally
}

/** Where a runner may leave its report: in a folder of its own, so that no report of another run can speak for one that crashes. */
export const newReport = (): string => join(mkdtempSync(join(tmpdir(), 'madang-report-')), 'report.json')
