import { describe, expect, it } from 'vitest'
import { agreementOver, unknownRevisions } from '#domain/agreement.ts'
import { counts, sampleResult } from '../../helpers/samples.ts'

const { groups } = sampleResult({ parent: counts(5) })
const first = { revision: 1, total: counts(5), groups }
const second = { revision: 2, total: counts(8), groups }

describe('agreement from revision to revision', () => {
  it('is the final numbers of those replaced and what is known of the newest, oldest first', () => {
    const now = sampleResult({}, { revision: 3, total: counts(9) })
    const over = agreementOver([second, first], now)
    expect(over.map(({ revision, total }) => [revision, total?.agree])).toEqual([
      [1, 5],
      [2, 8],
      [3, 9],
    ])
  })

  it('counts a revision once, where the results are older than the final numbers', () => {
    const now = sampleResult({}, { revision: 2, total: counts(7) })
    expect(agreementOver([first, second], now).map(({ revision }) => revision)).toEqual([1, 2])
  })

  it('knows what is missing', () => {
    expect(unknownRevisions([second], 4)).toEqual([1, 3])
    expect(unknownRevisions([], 1)).toEqual([])
  })
})
