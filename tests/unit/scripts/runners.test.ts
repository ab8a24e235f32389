import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { describeTally, sumOf, type Tally, tallyOf } from '../../../scripts/lib/runners.ts'

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
})
const read = (report: Tally) => report

describe('what a runner comes to', () => {
  it.each<[string, string, number, Tally]>([
    ['is what it reports', JSON.stringify(tally(3, 0, 1)), 0, tally(3, 0, 1)],
    ['is what it reports, failures too', JSON.stringify(tally(3, 2)), 1, tally(3, 2)],
    ['is one failure more, if it fails though no test did', JSON.stringify(tally(3, 0)), 1, tally(3, 1)],
    ['is a failure, if it ran nothing', JSON.stringify(tally(0, 0)), 0, tally(0, 1)],
    ['is a failure, if everything was skipped', JSON.stringify(tally(0, 0, 4)), 0, tally(0, 1, 4)],
    ['is a failure, if it left half a report', '{"passed": 3', 1, tally(0, 1)],
  ])('%s', (_, content, exitCode, expected) => {
    expect(tallyOf(reportWith(content), exitCode, read)).toEqual(expected)
  })

  it('is a failure, if it left no report at all', () => {
    expect(tallyOf(join(mkdtempSync(join(tmpdir(), 'madang-test-')), 'report.json'), 0, read)).toEqual(tally(0, 1))
  })
})

describe('the last line of npm test', () => {
  it('names what was skipped only if there is some', () => {
    expect(describeTally(sumOf([tally(3, 0), tally(4, 1)]))).toBe('7 passed, 1 failed')
    expect(describeTally(sumOf([tally(3, 0, 1), tally(4, 0, 1)]))).toBe('7 passed, 0 failed, 2 skipped')
    expect(describeTally(sumOf([tally(3, 0, 0, 1), tally(4, 0)]))).toBe('7 passed, 0 failed, 1 only the second time')
  })
})
