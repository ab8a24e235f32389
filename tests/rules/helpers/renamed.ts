import type { Write } from './writes.ts'

/** The same with a text in place of another, in paths, names and values. */
export const renamed = (writes: readonly Write[], from: string, to: string): Write[] =>
  writes.map((write) => renamedIn(write, from, to) as Write)

function renamedIn(value: unknown, from: string, to: string): unknown {
  if (typeof value === 'string') return value.replaceAll(from, to)
  if (Array.isArray(value)) return value.map((each) => renamedIn(each, from, to))
  // What the SDK makes, such as an increment, stays as it is.
  if (value === null || typeof value !== 'object' || Object.getPrototypeOf(value) !== Object.prototype) return value
  return Object.fromEntries(
    Object.entries(value).map(([name, each]) => [name.replaceAll(from, to), renamedIn(each, from, to)]),
  )
}
