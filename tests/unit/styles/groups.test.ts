import { readFileSync } from 'node:fs'
import {
  type Color,
  converter,
  differenceEuclidean,
  filterDeficiencyDeuter,
  filterDeficiencyProt,
  filterDeficiencyTrit,
  parse,
  type Rgb,
  wcagContrast,
} from 'culori'
import { describe, expect, it } from 'vitest'
import { ROLES } from '#domain/roles.ts'

const styles = readFileSync('src/styles/tokens.css', 'utf8') + readFileSync('src/styles/krds.css', 'utf8')

/** The values a colour has in the styles: light, high contrast by the system, high contrast by choice. */
const valuesOf = (name: string) =>
  Array.from(styles.matchAll(new RegExp(`--${name}: (#\\w+);`, 'g')), ([, hex]) => hex ?? '')

const THEMES = { light: 0, 'high contrast by the system': 1, 'high contrast by choice': 2 } as const

const linear = converter('lrgb')
const rgb = converter('rgb')

/** The same simulation on linear light: which of the two is right is disputed, so the colours must pass both. */
const onLinearLight =
  (filter: (color: Rgb) => Rgb) =>
  (color: Color): Color => {
    const { mode: _, ...channels } = linear(color)
    return rgb({ ...filter({ mode: 'rgb', ...channels }), mode: 'lrgb' })
  }

const filters = {
  protanopia: filterDeficiencyProt(1),
  deuteranopia: filterDeficiencyDeuter(1),
  tritanopia: filterDeficiencyTrit(1),
}

const VISIONS: Record<string, (color: Color) => Color> = {
  'normal vision': (color) => color,
  ...Object.fromEntries(
    Object.entries(filters).flatMap(([name, filter]) => [
      [name, (color: Color) => filter(rgb(color))],
      [`${name}, on linear light`, onLinearLight(filter as (color: Rgb) => Rgb)],
    ]),
  ),
}

const difference = differenceEuclidean('lab65')

describe.each(Object.entries(THEMES))('the colours of the five groups, %s', (_, theme) => {
  const groups = ROLES.map((role) => valuesOf(`group-${role}`)[theme] ?? '')

  it.each(['ground', 'surface-white'])('have at least 3 : 1 on --%s', (ground) => {
    const under = valuesOf(ground)[theme] ?? ''
    expect(under).toMatch(/^#/)
    for (const group of groups) expect(wcagContrast(group, under), `${group} on ${under}`).toBeGreaterThanOrEqual(3)
  })

  it.each(Object.entries(VISIONS))('differ by a ΔE of at least 25 in %s', (_, see) => {
    const seen = groups.map((group) => see(parse(group) as Color))
    const pairs = seen.flatMap((one, index) => seen.slice(index + 1).map((other) => difference(one, other)))
    expect(pairs).toHaveLength(10)
    expect(Math.min(...pairs)).toBeGreaterThanOrEqual(25)
  })
})
