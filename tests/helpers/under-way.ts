import { act } from '@testing-library/react'
import type { Mock } from 'vitest'
import { DataError } from '#data/errors.ts'

/** What is asked next of a fake is on its way until it is told how it ends. */
export function underWay(asked: Mock) {
  let end = { well: () => {}, badly: () => {} }
  const answer = new Promise<null>((resolve, reject) => {
    end = { well: () => resolve(null), badly: () => reject(new DataError('offline')) }
  })
  asked.mockReturnValueOnce(answer)
  return { well: () => act(async () => end.well()), badly: () => act(async () => end.badly()) }
}
