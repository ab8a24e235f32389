import { relative } from 'node:path'
import { ROOT } from './paths.ts'

/** How many tests a runner ran, and how they ended. Those `retried` have passed, but only the second time. */
export type Tally = {
  readonly passed: number
  readonly failed: number
  readonly skipped: number
  readonly retried: number
  /** For each that failed or was retried, its file, its name and the first line of what was wrong. */
  readonly troubles: readonly string[]
}

type VitestReport = {
  numPassedTests: number
  numFailedTests: number
  numPendingTests: number
  numTodoTests: number
  testResults: {
    name: string
    /** Of the file, where it could not be loaded. */
    message: string
    assertionResults: { fullName: string; status: string; failureMessages?: string[] | null }[]
  }[]
}

type PlaywrightSuite = {
  specs?: {
    file: string
    title: string
    tests: { status: string; results: { error?: { message?: string } }[] }[]
  }[]
  suites?: PlaywrightSuite[]
}
type PlaywrightReport = {
  stats: { expected: number; unexpected: number; flaky: number; skipped: number }
  suites: PlaywrightSuite[]
}

/** What Vitest's JSON reporter says. */
export function vitestTally(report: VitestReport): Tally {
  const troubles = report.testResults.flatMap(({ name, message, assertionResults }) => {
    const file = relative(ROOT, name)
    const failed = assertionResults.filter(({ status }) => status === 'failed')
    const lines = failed.map((test) => trouble(file, test.fullName, test.failureMessages?.[0]))
    return message ? [trouble(file, 'the file itself', message), ...lines] : lines
  })
  return {
    passed: report.numPassedTests,
    failed: report.numFailedTests,
    skipped: report.numPendingTests + report.numTodoTests,
    retried: 0,
    troubles,
  }
}

/** What Playwright's JSON reporter says. */
export function playwrightTally({ stats, suites }: PlaywrightReport): Tally {
  return {
    passed: stats.expected + stats.flaky,
    failed: stats.unexpected,
    skipped: stats.skipped,
    retried: stats.flaky,
    troubles: suites.flatMap(troublesIn),
  }
}

const troublesIn = ({ specs = [], suites = [] }: PlaywrightSuite): string[] => [
  ...specs.flatMap(({ file, title, tests }) =>
    tests
      .filter(({ status }) => status === 'unexpected' || status === 'flaky')
      .map(({ status, results }) => {
        const message = results.find(({ error }) => error)?.error?.message
        return trouble(file, status === 'flaky' ? `${title} (passed the second time)` : title, message)
      }),
  ),
  ...suites.flatMap(troublesIn),
]

// biome-ignore lint/suspicious/noControlCharactersInRegex: what colours a terminal is made of.
const COLOURS = /\u001b\[\d+m/g

function trouble(file: string, name: string, message = ''): string {
  const first = message.replaceAll(COLOURS, '').trim().split('\n')[0]
  return `${file}: ${name}: ${first}`
}
