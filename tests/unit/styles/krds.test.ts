import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { krdsStyles } from '../../../scripts/krds-tokens.ts'

const styles = readFileSync('src/styles/krds.css', 'utf8')

it('the colours in src/styles/krds.css are those of the installed krds-uiux', () => {
  expect(styles).toBe(krdsStyles())
})

it('every colour has a value of its own, in light and in high contrast', () => {
  const values = Array.from(styles.matchAll(/--([\w-]+): ([^;]+);/g), ([, name = '', value = '']) => ({ name, value }))
  const light = values.slice(0, values.length / 3)
  expect(light.length).toBeGreaterThan(20)
  for (const { name, value } of values) {
    expect(value, name).toMatch(/^#[0-9a-f]{6}$/i)
    expect(
      values.filter((other) => other.name === name),
      name,
    ).toHaveLength(3)
  }
})
