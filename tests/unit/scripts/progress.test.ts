import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { Progress } from '../../../scripts/lib/progress.ts'

const { isTTY } = process.stderr
let said: string[]

beforeEach(() => {
  vi.useFakeTimers({ now: 0 })
  said = []
  vi.spyOn(process.stderr, 'write').mockImplementation((text) => said.push(String(text)) > 0)
})
afterEach(() => {
  vi.useRealTimers()
  vi.restoreAllMocks()
  process.stderr.isTTY = isTTY
})

/** A step in the middle of so much time. */
function step(progress: Progress, by: number, milliseconds: number): void {
  vi.advanceTimersByTime(milliseconds)
  progress.advance(by)
}

const bar = (full: number) => `${'█'.repeat(full)}${'░'.repeat(30 - full)}`

describe('in a terminal', () => {
  beforeEach(() => {
    process.stderr.isTTY = true
  })

  it('is a bar that is drawn over itself, ten times a second at most, and ends its line', () => {
    const progress = new Progress('Reading', 3000)
    for (let steps = 0; steps < 20; steps++) step(progress, 50, 50)
    expect(said).toHaveLength(10)
    expect(said.at(-1)).toBe(`\rReading ${bar(10)} 1,000 of 3,000, 1,000 a second, about 2 s left\u001B[K`)
    step(progress, 2000, 50)
    progress.end()
    expect(said.at(-1)).toBe(`\rReading ${bar(30)} 3,000 of 3,000, 2,857 a second\u001B[K\n`)
  })
})

describe('where nobody watches', () => {
  beforeEach(() => {
    process.stderr.isTTY = false
  })

  it('is a line in ten seconds, without a mark that a log could not show', () => {
    const progress = new Progress('Writing', 600)
    for (let seconds = 1; seconds <= 25; seconds++) step(progress, 10, 1000)
    progress.end()
    expect(said).toEqual([
      `Writing ${bar(5)} 100 of 600, 10 a second, about 50 s left\n`,
      `Writing ${bar(10)} 200 of 600, 10 a second, about 40 s left\n`,
      `Writing ${bar(13)} 250 of 600, 10 a second, about 35 s left\n`,
    ])
  })

  it('counts what was there before as done, and not as quick', () => {
    const progress = new Progress('Reading', 1000, 900)
    step(progress, 20, 10_000)
    expect(said).toEqual([`Reading ${bar(28)} 920 of 1,000, 2 a second, about 40 s left\n`])
  })

  it('says how much, where nobody knows of how much', () => {
    const progress = new Progress('Reading', null)
    step(progress, 1500, 10_000)
    expect(said).toEqual(['Reading 1,500, 150 a second\n'])
  })

  it('is done at once where there is nothing to do, and never more than done', () => {
    new Progress('Reading', 0).end()
    const grown = new Progress('Reading', 10)
    step(grown, 12, 10_000)
    expect(said).toEqual([`Reading ${bar(30)} 0 of 0, 0 a second\n`, `Reading ${bar(30)} 12 of 10, 1 a second\n`])
  })
})
