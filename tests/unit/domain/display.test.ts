import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { DEFAULT_DISPLAY, parseTextSize, parseTheme, TEXT_PERCENT, TEXT_SIZES, THEMES } from '#domain/display.ts'

describe('what was stored of how somebody wants to see the pages', () => {
  it('is taken as it is, where it is a theme or a size', () => {
    expect(THEMES.map(parseTheme)).toEqual(['system', 'light', 'high-contrast'])
    expect(TEXT_SIZES.map(parseTextSize)).toEqual(['1', '2', '3', '4', '5'])
  })

  it.each([null, '', 'dark', 'HIGH-CONTRAST', '0', '6', '2 ', '["light"]', 'constructor'])(
    'is the default where it is neither: %j',
    (stored) => {
      expect(parseTheme(stored)).toBe(DEFAULT_DISPLAY.theme)
      expect(parseTextSize(stored)).toBe(DEFAULT_DISPLAY.textSize)
    },
  )
})

describe('the five text sizes', () => {
  it('grow, and the default is what the browser is set to', () => {
    const percents = TEXT_SIZES.map((size) => TEXT_PERCENT[size])
    expect(percents).toEqual(percents.toSorted((a, b) => a - b))
    expect(new Set(percents).size).toBe(5)
    expect(TEXT_PERCENT[DEFAULT_DISPLAY.textSize]).toBe(100)
  })

  it('are those of the styles', () => {
    const styles = readFileSync('src/styles/tokens.css', 'utf8')
    const sizes = styles.matchAll(/\[data-text-size='(\d)'\] \{\s*font-size: (\d+)%;/g)
    const styled = Object.fromEntries(Array.from(sizes, ([, size = '', percent]) => [size, Number(percent)]))
    const { [DEFAULT_DISPLAY.textSize]: _, ...chosen } = TEXT_PERCENT
    expect(styled).toEqual(chosen)
  })
})
