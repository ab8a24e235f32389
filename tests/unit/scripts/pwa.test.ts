import { expect, it } from 'vitest'
import { cleanAddress } from '../../../scripts/lib/pwa.ts'

it.each([
  ['index.html', '/'],
  ['ko.html', 'ko'],
  ['ko/tasks/1.html', 'ko/tasks/1'],
  ['app.html', 'app'],
  ['assets/index-abc.js', 'assets/index-abc.js'],
  ['mark.svg', 'mark.svg'],
])('%s stands at %s for those who come', (file, address) => {
  expect(cleanAddress(file)).toBe(address)
})
