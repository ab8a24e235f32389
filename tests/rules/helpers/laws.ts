import { isDeepStrictEqual } from 'node:util'
import type { Document, Stored, Value } from './stored.ts'

// What the laws in invariants.ts and laws-of-staff.ts are written with.

export type Law = (invariant: string, holds: boolean) => void

export const same = isDeepStrictEqual
export const text = (value: Value | undefined): string => (typeof value === 'string' ? value : '')
export const number = (value: Value | undefined): number => (typeof value === 'number' ? value : Number.NaN)
export const part = (document: Document | undefined, name: string): Document => (document?.[name] ?? {}) as Document

export const commentsIn = (stored: Stored): [path: string, comment: Document][] =>
  [...stored].filter(([path]) => /^tasks\/[^/]+\/comments\/[^/]+$/.test(path))

/** The paths of which a batch has changed the document, made it or taken it away. */
export const changed = (before: Stored, after: Stored): string[] =>
  [...new Set([...before.keys(), ...after.keys()])].filter((path) => !same(before.get(path), after.get(path)))
