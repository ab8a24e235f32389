import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { describeTally, sumOf, tallyOf } from '../../../scripts/lib/runners.ts'
import { playwrightTally, type Tally, vitestTally } from '../../../scripts/lib/test-reports.ts'

const reportWith = (content: string): string => {
  const file = join(mkdtempSync(join(tmpdir(), 'madang-test-')), 'report.json')
  writeFileSync(file, content)
  return file
}

const tally = (passed: number, failed: number, skipped = 0, retried = 0): Tally => ({
  passed,
  failed,
  skipped,
  retried,
  troubles: [],
})
const crash = (of: Tally): Tally => ({ ...of, troubles: ['a runner did not come to its end'] })
const read = (report: Tally) => report

describe('what a runner comes to', () => {
  it.each<[string, string, number, Tally]>([
    ['is what it reports', JSON.stringify(tally(3, 0, 1)), 0, tally(3, 0, 1)],
    ['is what it reports, failures too', JSON.stringify(tally(3, 2)), 1, tally(3, 2)],
    ['is one failure more, if it fails though no test did', JSON.stringify(tally(3, 0)), 1, crash(tally(3, 1))],
    ['is a failure, if it ran nothing', JSON.stringify(tally(0, 0)), 0, crash(tally(0, 1))],
    ['is a failure, if everything was skipped', JSON.stringify(tally(0, 0, 4)), 0, crash(tally(0, 1, 4))],
    ['is a failure, if it left half a report', '{"passed": 3', 1, crash(tally(0, 1))],
  ])('%s', (_, content, exitCode, expected) => {
    expect(tallyOf(reportWith(content), exitCode, read)).toEqual(expected)
  })

  it('is a failure, if it left no report at all', () => {
    expect(tallyOf(join(mkdtempSync(join(tmpdir(), 'madang-test-')), 'report.json'), 0, read)).toEqual(
      crash(tally(0, 1)),
    )
  })
})

describe('the last line of npm test', () => {
  it('names what was skipped only if there is some', () => {
    expect(describeTally(sumOf([tally(3, 0), tally(4, 1)]))).toBe('7 passed, 1 failed')
    expect(describeTally(sumOf([tally(3, 0, 1), tally(4, 0, 1)]))).toBe('7 passed, 0 failed, 2 skipped')
    expect(describeTally(sumOf([tally(3, 0, 0, 1), tally(4, 0)]))).toBe('7 passed, 0 failed, 1 only the second time')
  })
})

describe('what went wrong is named by its file, its name and its reason', () => {
  it('in Vitest, also where a file could not be loaded', () => {
    const report = {
      numPassedTests: 1,
      numFailedTests: 1,
      numPendingTests: 1,
      numTodoTests: 0,
      testResults: [
        {
          name: join(process.cwd(), 'tests/unit/a.test.ts'),
          message: '',
          assertionResults: [
            { fullName: 'a sum is right', status: 'passed', failureMessages: [] },
            { fullName: 'a sum is none', status: 'failed', failureMessages: ['AssertionError: 1 is not 2\n    at …'] },
          ],
        },
        { name: join(process.cwd(), 'tests/unit/b.test.ts'), message: 'Cannot find c.ts', assertionResults: [] },
      ],
    }
    expect(vitestTally(report)).toEqual({
      ...tally(1, 1, 1),
      troubles: [
        'tests/unit/a.test.ts: a sum is none: AssertionError: 1 is not 2',
        'tests/unit/b.test.ts: the file itself: Cannot find c.ts',
      ],
    })
  })

  it('in Playwright, also where it passed the second time', () => {
    const ended = (status: string, message?: string) => ({
      status,
      results: [{ ...(message ? { error: { message } } : {}) }, {}],
    })
    const spec = (title: string, test: ReturnType<typeof ended>) => ({ file: 'me.spec.ts', title, tests: [test] })
    const report = {
      stats: { expected: 1, unexpected: 1, flaky: 1, skipped: 0 },
      suites: [
        {
          specs: [spec('opens', ended('expected'))],
          suites: [
            {
              specs: [
                spec('leaves', ended('unexpected', '\u001b[31mError: not there\u001b[39m\nCall log')),
                spec('stays', ended('flaky', 'Error: late')),
              ],
            },
          ],
        },
      ],
    }
    expect(playwrightTally(report)).toEqual({
      ...tally(2, 1, 0, 1),
      troubles: ['me.spec.ts: leaves: Error: not there', 'me.spec.ts: stays (passed the second time): Error: late'],
    })
  })
})
