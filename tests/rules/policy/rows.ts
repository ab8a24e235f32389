import type { QueryConstraint } from 'firebase/firestore/lite'
import type { Write } from '../helpers/writes.ts'

/** Who asks. Each of the staff has that one right, and is no participant. */
export const ACTORS = [
  'nobody',
  'anonymous',
  'former',
  'gone',
  'participant',
  'owner',
  'reviewer',
  'editor',
  'inviter',
  'manager',
] as const
export type Actor = (typeof ACTORS)[number]

export const ACTOR_NOTES: Readonly<Record<Actor, string>> = {
  nobody: 'not signed in',
  anonymous: 'signed in without an address, and no participant',
  former: 'signed in; was staff with every right, until a manager took their record away',
  gone: 'a participant who has left',
  participant: 'somebody who takes part',
  owner: 'a participant, asking for what is their own',
  reviewer: 'staff with the right to review, and no other',
  editor: 'staff with the right to edit the plan, and no other',
  inviter: 'staff with the right to invite, and no other',
  manager: 'staff with the right to manage staff, and no other',
}

export const SIGNED_IN: readonly Actor[] = ACTORS.filter((actor) => actor !== 'nobody')
export const signedInBut = (...others: Actor[]): readonly Actor[] => SIGNED_IN.filter((each) => !others.includes(each))

export const NO_ONE: readonly Actor[] = []
export const THOSE_WHO_JOINED: readonly Actor[] = ['participant', 'owner']

/** Refused because no rule speaks of such a document or operation. */
export const NO_RULE = 'no rule' as const

/** Whom each function of the rules refuses; of those who may, nothing is said. */
type Refusers = Readonly<Record<string, readonly Actor[]>>

/** In short: `isSignedIn` refuses nobody who is signed in, and each of the others all of them; without it, all refuse everybody. */
type Reasons = readonly string[]

type Ask =
  /** One document. */
  | { readonly kind: 'get'; readonly path: string }
  /** A query with a limit: listed, counted and summed up. */
  | { readonly kind: 'list'; readonly of: string; readonly where?: readonly QueryConstraint[]; readonly most?: number }
  /** The same over all collections of this name. */
  | { readonly kind: 'group'; readonly of: string; readonly where?: readonly QueryConstraint[] }
  /** A batch as the product sends it, in the actor's own name. @param uid the actor's */
  | { readonly kind: 'write'; readonly writes: (uid: string) => readonly Write[] }

export type Operation = {
  readonly name: string
  readonly ask: Ask
  readonly may: readonly Actor[]
  /** The functions of the rules that come to false for the others, or that no rule speaks of it. */
  readonly unless: Reasons | Refusers
  /** What of the world is not there, so that it can be made. */
  readonly without?: readonly string[]
}

/** Those who are not signed in are refused by this alone. */
const FIRST_OF_ALL = 'isSignedIn'

const isShort = (unless: Operation['unless']): unless is Reasons => Array.isArray(unless)

/** What refuses anybody at all. */
export const reasonsOf = ({ unless }: Operation): readonly string[] => (isShort(unless) ? unless : Object.keys(unless))

/** What refuses one of those who may not. */
export function whyNot({ unless }: Operation, actor: Actor): readonly string[] {
  if (!isShort(unless)) return Object.keys(unless).filter((reason) => unless[reason]?.includes(actor))
  if (!unless.includes(FIRST_OF_ALL)) return unless
  return actor === 'nobody' ? [FIRST_OF_ALL] : unless.filter((reason) => reason !== FIRST_OF_ALL)
}

/** What a write does with a document of its collection. */
const DEEDS = ['create', 'update', 'delete'] as const
export type Deed = (typeof DEEDS)[number]

/** What an operation is called after; policy.test.ts looks whether it does so. */
export const deedsOf = ({ name }: Operation): readonly Deed[] =>
  DEEDS.filter((deed) => new RegExp(`\\b${deed}\\b`).test(name))

export type Policy = { readonly what: string; readonly path: string; readonly operations: readonly Operation[] }

const told = (unless: Reasons | readonly [Refusers]): Operation['unless'] => {
  const [first] = unless
  return typeof first === 'object' ? first : (unless as Reasons)
}

/** Takes part, and has not left. */
export const HAS_NOT_JOINED: Refusers = {
  hasNotLeft: ['gone'],
  isParticipant: signedInBut('gone'),
  isSignedIn: ['nobody'],
}

export const get = (path: string, may: readonly Actor[], ...unless: string[] | [Refusers]): Operation => ({
  name: 'get',
  ask: { kind: 'get', path },
  may,
  unless: told(unless),
})

/** The same of one document among others, which the row names. */
export const of = (id: string, operation: Operation): Operation => ({ ...operation, name: `${operation.name}: ${id}` })

type ListOptions = { readonly where?: readonly QueryConstraint[]; readonly most?: number; readonly name?: string }

export const list = (
  of: string,
  may: readonly Actor[],
  unless: Operation['unless'],
  options: ListOptions = {},
): Operation => ({
  name: options.name ?? `list, count, sum (${options.most ?? 20})`,
  ask: { kind: 'list', of, ...options },
  may,
  unless,
})

export const group = (
  of: string,
  may: readonly Actor[],
  unless: Operation['unless'],
  options: ListOptions = {},
): Operation => ({
  name: options.name ?? 'collection group',
  ask: { kind: 'group', of, ...options },
  may,
  unless,
})

export const write = (
  name: string,
  writes: (uid: string) => readonly Write[],
  may: readonly Actor[],
  unless: Operation['unless'],
  without: readonly string[] = [],
): Operation => ({ name, ask: { kind: 'write', writes }, may, unless, without })

export const never = (name: string, writes: readonly Write[], ...unless: string[] | [Refusers]): Operation =>
  write(name, () => writes, NO_ONE, unless.length > 0 ? told(unless) : [NO_RULE])

export const neverDeleted = (path: string) => never('delete', [{ path, remove: true }])

/** A batch whose entry in the log is in the actor's own name. */
export const signed = (uid: string, writes: readonly Write[]): readonly Write[] =>
  writes.map((each) =>
    each.path.startsWith('auditLog/') && 'set' in each ? { ...each, set: { ...each.set, byUid: uid } } : each,
  )
