import { describe, expect, it } from 'vitest'
import { citedIn, isAdopted, voicesIn } from '#domain/citations.ts'
import { ANSWER_STATUSES } from '#domain/official-answer.ts'
import { isOpen } from '#domain/plan.ts'

const cited = { 2: { 't3-a': null, 't3-b': 's1' }, 10: { 't3-b': 's2' } }

describe('a cited comment', () => {
  it('is found in the newest revision that cites it', () => {
    expect(citedIn({ cited }, 't3-b')).toEqual({ revision: 10, subtaskId: 's2' })
    expect(citedIn({ cited }, 't3-a')).toEqual({ revision: 2, subtaskId: null })
    expect(citedIn({ cited }, 't3-c')).toBeNull()
    expect(citedIn({ cited: {} }, 't3-c')).toBeNull()
  })

  it('was taken up where the office says so, in whole or in part', () => {
    expect(ANSWER_STATUSES.filter(isAdopted)).toEqual(['adopted', 'partly'])
  })

  it('is counted in the newest revision', () => {
    expect(voicesIn({ cited, revision: 10 })).toBe(1)
    expect(voicesIn({ cited, revision: 11 })).toBe(0)
  })
})

describe('a task', () => {
  const [past, future] = [new Date(Date.now() - 1000), new Date(Date.now() + 60_000)]

  it('is as its status says, until it turns', () => {
    expect(isOpen({ status: 'open', turnsAt: null })).toBe(true)
    expect(isOpen({ status: 'closed', turnsAt: null })).toBe(false)
    expect(isOpen({ status: 'open', turnsAt: future })).toBe(true)
    expect(isOpen({ status: 'open', turnsAt: past })).toBe(false)
    expect(isOpen({ status: 'closed', turnsAt: future })).toBe(false)
    expect(isOpen({ status: 'closed', turnsAt: past })).toBe(true)
  })
})
