import { describe, expect, it } from 'vitest'
import { isFailedImport } from '../../../src/app/failed-import.ts'

describe('a part of the app that did not arrive', () => {
  it.each([
    ['Chromium', 'Failed to fetch dynamically imported module: https://example.com/assets/about-page-Cs8OZA_-.js'],
    ['Firefox', 'error loading dynamically imported module: https://example.com/assets/about-page-Cs8OZA_-.js'],
    ['Safari', 'Importing a module script failed.'],
  ])('is recognised: %s', (_, message) => {
    expect(isFailedImport(new TypeError(message))).toBe(true)
  })

  it.each([
    ['an error in the code', new TypeError("Cannot read properties of undefined (reading 'map')")],
    ['a request of data that failed', new TypeError('Failed to fetch')],
    ['something else thrown', 'Failed to fetch dynamically imported module'],
    ['nothing', undefined],
  ])('is told from %s', (_, error) => {
    expect(isFailedImport(error)).toBe(false)
  })
})
