import { expect, it } from 'vitest'
import { DISTRICT_IDS, DISTRICTS } from '#domain/districts.ts'
// The list of the education office's key-work document of 2023.
import published from '../../fixtures/districts.json'

it('there are the 25 districts of Seoul, by the names the education office gives them', () => {
  expect(DISTRICT_IDS).toHaveLength(25)
  expect(DISTRICTS).toEqual(published)
})
