import { expect, it } from 'vitest'
import { loadRules } from './helpers/coverage.ts'

it('the rules load without a warning, such as of a function that nothing calls', async () => {
  expect(JSON.parse(await loadRules())).toEqual({})
})
