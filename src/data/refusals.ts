import type { DataErrorKind } from './errors.ts'

/** Why something in the outbox waits. It ends by itself, by signing in, or by going over to the new version. */
export const WAITS = [
  'offline',
  'outdated',
  'too-soon',
  'quota',
  'signed-out',
  'not-joined',
  'unknown',
] as const satisfies readonly DataErrorKind[]
export type Wait = (typeof WAITS)[number]

/** Why something comes back: sending it again as it is would be in vain. */
export const REFUSALS = [
  'closed',
  'arrived',
  'taken',
  'missing',
  'refused',
  'unknown',
] as const satisfies readonly DataErrorKind[]
export type Refusal = (typeof REFUSALS)[number]

export const isWait = (reason: unknown): reason is Wait => WAITS.some((wait) => wait === reason)
export const isRefusal = (reason: unknown): reason is Refusal => REFUSALS.some((refusal) => refusal === reason)
