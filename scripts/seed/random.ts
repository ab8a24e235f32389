import { createHash } from 'node:crypto'

/** Numbers that look drawn by chance and are the same every time for the same seed. */
export type Random = {
  /** From 0 up to, not including, 1. */
  readonly next: () => number
  /** A whole number from 0 up to, not including, `below`. */
  readonly below: (below: number) => number
  readonly pick: <T>(from: readonly T[]) => T
  /** The key of one of these entries, the heavier the likelier. */
  readonly weighted: <K extends string>(weights: Readonly<Record<K, number>>) => K
}

/** A generator of its own for every purpose: more draws for one then change nothing for the others. */
export function randomFor(purpose: string): Random {
  let state = createHash('sha256').update(purpose).digest().readUInt32LE()

  // mulberry32, by Tommy Ettinger (public domain).
  const next = (): number => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
  const below = (limit: number): number => Math.floor(next() * limit)
  const pick = <T>(from: readonly T[]): T => {
    const picked = from[below(from.length)]
    if (picked === undefined) throw new RangeError('nothing to pick from')
    return picked
  }
  const weighted = <K extends string>(weights: Readonly<Record<K, number>>): K => {
    const entries = Object.entries<number>(weights) as [K, number][]
    let left = next() * entries.reduce((sum, [, weight]) => sum + weight, 0)
    for (const [key, weight] of entries) {
      left -= weight
      if (left < 0) return key
    }
    throw new RangeError('nothing to pick from')
  }
  return { next, below, pick, weighted }
}

const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789'

/** An id of letters and digits that looks like Firebase's own and is the same every time for the same name. */
export function idFrom(name: string, length: number): string {
  const bytes = createHash('sha512').update(name).digest()
  return [...bytes.subarray(0, length)].map((byte) => LETTERS[byte % LETTERS.length]).join('')
}
