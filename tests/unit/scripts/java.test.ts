import { describe, expect, it } from 'vitest'
import { javaRelease } from '../../../scripts/lib/java.ts'

describe('the release of Java', () => {
  it.each([
    ['openjdk version "17.0.15" 2025-04-15', 17],
    ['openjdk version "21" 2023-09-19', 21],
    ['openjdk version "22-ea" 2024-03-19', 22],
    ['java version "1.8.0_392"', 8],
    ['Picked up JAVA_TOOL_OPTIONS: -Xmx1g\nopenjdk version "11.0.2" 2019-01-15', 11],
    ['The operation couldn’t be completed. Unable to locate a Java Runtime.', null],
  ])('in what it says of itself: %s', (printed, release) => {
    expect(javaRelease(printed)).toBe(release)
  })
})
