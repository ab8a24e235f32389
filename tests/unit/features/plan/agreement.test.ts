import { describe, expect, it } from 'vitest'
import { agreeShare, reachOfPlan, reachOfTask } from '#features/plan/agreement.ts'
import { counts, sampleResult, sampleResults } from '../../../helpers/samples.ts'

const NOTHING = { student: null, parent: null, teacher: null, staff: null, resident: null }

describe('the share that agrees', () => {
  it('is of all who took a stance, the unsure included', () => {
    expect(agreeShare(counts(3, 1, 1))).toBe(0.6)
    expect(agreeShare(counts(0, 5, 5))).toBe(0)
    expect(agreeShare(counts(7))).toBe(1)
  })

  it('is unknown where no number is published, or nobody took a stance', () => {
    expect(agreeShare(null)).toBeNull()
    expect(agreeShare(counts(0))).toBeNull()
  })
})

describe('how far each group reaches into the yard', () => {
  it('of a task is its share, and unknown where it is withheld', () => {
    const result = sampleResult({ student: counts(3, 0, 1), parent: counts(0, 0, 9) })
    expect(reachOfTask(result)).toEqual({ ...NOTHING, student: 0.75, parent: 0 })
  })

  it('is unknown before there are results', () => {
    expect(reachOfTask(undefined)).toEqual(NOTHING)
    expect(reachOfPlan(undefined)).toEqual(NOTHING)
    expect(reachOfPlan(null)).toEqual(NOTHING)
  })

  it('of the plan is the average over tasks, whatever their number of people', () => {
    const results = sampleResults({
      t1: sampleResult({ student: counts(1000), parent: counts(5, 5) }),
      t4: sampleResult({ student: counts(0, 10) }),
    })
    // A withheld task counts neither as agreement nor as its lack.
    expect(reachOfPlan(results)).toEqual({ ...NOTHING, student: 0.5, parent: 0.5 })
  })
})
